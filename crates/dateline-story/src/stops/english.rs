//! English.

pub(super) const WORDS: &str = "
a about above according across after again against ago all almost along already also although always am amid among an and
another any anyone anything are aren around as ask asked asking at away back be became because become been before began
behind being below between both but by call called came can cannot come comes coming could couldn couple day days did didn do
does doesn doing don done down during each early either else end enough even ever every everyone everything far few first
for former found from full further gave get gets getting give given gives giving go goes going good got had has hasn have
having he hear heard her here hers herself him himself his hour hours how however i if in including instead into is isn it
its itself just keep kept know known knows last late later latest least left less let like likely little long look looking
lot made make makes making many may maybe me mean means meanwhile might minutes monday tuesday wednesday thursday friday
saturday sunday month months more morning most mostly much must my myself name named near nearly need needs never new news
next night no none nor not nothing now of off often oh old on once one only onto or other others our ours out over own part
people perhaps photo place point put rather read really recent recently report reported reporter reporters reports right said same saw say
saying says second see seen several shall she should since so some someone something soon spokesman spokeswoman spokesperson statement still such take taken taking tell than that the their
them themselves then there these they thing things think this those though thought three through thus time times to today
together told tomorrow tonight too took toward towards tried try trying turn turned two under until up upon us use used
using very via want wanted wants was wasn way we week weeks well went were weren what when where whether which while who whom
whose why will with within without won work would wouldn year years yes yesterday yet you young your yours
mr mrs ms dr com www http https percent per inc am pm
january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct
nov dec";
