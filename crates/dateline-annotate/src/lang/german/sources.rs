//! German words for those who say something.

use crate::claims::by_marks::SourceWords;

pub static SOURCES: SourceWords = SourceWords {
    person: "-sprecher -sprecherin -minister -ministerin -präsident -präsidentin -kanzler -kanzlerin -chef -chefin -leiter -leiterin -direktor \
             -direktorin -bürgermeister -bürgermeisterin -vertreter -vertreterin -beamter -beamte -beamtin -mitarbeiter -mitarbeiterin \
             -experte -expertin -anwalt -anwältin -richter -richterin -forscher -forscherin -professor -professorin -arzt -ärztin \
             -trainer -trainerin -spieler -spielerin -zeuge -zeugin -nachbar -nachbarin -augenzeuge -augenzeugin insider insiderin \
             -diplomat -diplomatin -abgeordneter -abgeordnete -vorsitzender -vorsitzende -politiker -politikerin -botschafter \
             -botschafterin -kommissar -kommissarin -senator -senatorin -landrat -landrätin -sekretär -sekretärin -berater -beraterin \
             -analyst -analystin -ökonom -ökonomin -historiker -historikerin -kapitän -general -staatsanwalt -staatsanwältin \
             -bewohner -bewohnerin -anwohner -anwohnerin -fahrer -fahrerin -gründer -gründerin -autor -autorin -lehrer -lehrerin \
             -mann -frau -person -bischof -bischöfin papst könig königin -ingenieur -ingenieurin -meteorologe -meteorologin \
             -kommandeur -kommandant vater mutter landwirt landwirtin -vater -mutter angeklagter angeklagte beschuldigter beschuldigte -wissenschaftlerin -sänger -sängerin \
             -schauspieler -schauspielerin -schriftsteller -schriftstellerin -unternehmer -unternehmerin -geschäftsführer -geschäftsführerin -bauer -bäuerin -händler -händlerin -wirt -wirtin -gouverneur -quelle",
    persons: "-sprechern -ministern -vertretern -beamten -mitarbeitern -experten -expertinnen -anwälte -richtern -forschern -ärzte -ärzten \
              -zeugen -nachbarn -augenzeugen -diplomaten -diplomatinnen -abgeordneten -politikern -beratern -analysten -ökonomen \
              -historikern -bewohnern -anwohnern -anwohnerinnen leute personen menschen quellen kreise kreisen -kreise -kreisen \
              insidern eingeweihte eingeweihten beobachter beobachtern kritiker kritikern gegner befürworter ermittler ermittlern \
              -ermittler -ermittlern -wissenschaftler -wissenschaftlern -fachleute -fachleuten eltern angehörige angehörigen \
              -händlern -bauern demonstranten passagiere",
    bodies: "-ministerium -ministeriums -regierung -behörde -behörden polizei -polizei feuerwehr -gericht -gerichts staatsanwaltschaft \
             -staatsanwaltschaft -amt -amts -partei -fraktion -verband -verbands -verbandes gewerkschaft -gewerkschaft -konzern -konzerns \
             unternehmen unternehmens -firma bank -bank -verein -vereins -klub armee -armee militär militärs streitkräfte \
             -kommission parlament parlaments senat -rat -rats kabinett kreml botschaft -botschaft universität -universität -institut \
             -instituts krankenhaus klinik -klinik -klinikum -gesellschaft -agentur opposition koalition organisation -organisation \
             stiftung bündnis -verwaltung stadt gemeinde landkreis präsidium -präsidium -präsidiums -zentrale -hersteller -betreiber -betreibers \
             -stelle -schule kirche bistum union präsidialamt bundeswehr -dienst -dienstes -ausschuss -zentrum initiative -initiative \
             -hafen airline fluggesellschaft bahn justiz -konsortium -werke -genossenschaft -leitung -führung -stab -vorstand -kammer",
    documents: "bericht -bericht berichts berichte berichten studie -studie umfrage -umfrage mitteilung -mitteilung erklärung stellungnahme \
                schreiben brief -brief papier -papier dokument dokumente dokumenten unterlagen gutachten -gutachten urteil protokoll -protokoll \
                untersuchung statistik -statistik entwurf -entwurf vertrag -vertrag anklageschrift prognose -prognose akten akte vermerk \
                medienberichten medienbericht zeitungsbericht zeitungsberichten agenturbericht jahresbericht bekanntmachung memo \
                analyse -analyse daten auswertung e-mail e-mails tagebuch lagebericht satzung antrag beschluss zwischenbericht",
    outlets: "-zeitung -zeitungen -blatt -magazin -sender -senders nachrichtenagentur nachrichtenagenturen agenturen rundfunk \
              -rundfunk fernsehen -fernsehen medien -medien staatsmedien radio -portal nachrichtenseite dpa afp reuters ap kyodo tass \
              ard zdf orf srf rtl nikkei bbc cnn wochenblatt -anzeiger tageszeitung -funk presse staatsfernsehen",
    titles: "herr frau dr dr. prof prof.",
};
