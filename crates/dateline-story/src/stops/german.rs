//! German.

pub(super) const WORDS: &str = "
ab aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus außerdem bei beim bereits bis bisher
da dabei dadurch dafür damit danach dann daran darauf darüber das dass davon dazu dem den denen denn der deren des deshalb dessen die
dies diese diesem diesen dieser dieses doch dort durch ein eine einem einen einer eines einige einmal er erst es etwa etwas für gab ganz
gegen geht gibt habe haben hat hatte hatten hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in indem ins ist ja jede jedem
jeden jeder jedes jedoch jetzt kann kein keine keinen keiner können könnte konnte laut machen man mehr mein meine mit muss müssen nach nachdem
neben nicht nichts noch nun nur ob oder ohne rund sagte sagt schon sei seien sein seine seinem seinen seiner seit selbst sich sie sind so
sollen soll sollte sondern sowie teilte über um und uns unter vom von vor war waren was weil weiter weitere weiteren welche wenn werden wie wieder
will wir wird wo worden wurde wurden zu zum zur zwar zwei zwischen gestern heute montag dienstag mittwoch donnerstag freitag samstag sonntag
januar februar märz april mai juni juli august september oktober november dezember uhr jahr jahre jahren woche wochen tag tage tagen prozent herr frau";
