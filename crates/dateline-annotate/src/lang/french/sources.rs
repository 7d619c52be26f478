//! French words for those who say something.

use crate::claims::by_marks::SourceWords;

pub static SOURCES: SourceWords = SourceWords {
    person: "porte-parole ministre président présidente premier-ministre premier directeur directrice maire préfet préfète responsable \
             fonctionnaire avocat avocate juge procureur procureure chercheur chercheuse professeur professeure médecin entraîneur \
             joueur joueuse témoin voisin voisine diplomate député députée sénateur sénatrice ambassadeur ambassadrice commissaire \
             conseiller conseillère analyste économiste historien historienne capitaine général colonel habitant habitante chauffeur \
             fondateur fondatrice auteur autrice enseignant enseignante homme femme évêque pape roi reine ingénieur ingénieure \
             agriculteur agricultrice syndicaliste expert experte patron patronne chef cheffe secrétaire gouverneur source chancelier \
             chancelière dirigeant dirigeante élu élue employé employée père mère pêcheur commandant",
    persons: "responsables fonctionnaires avocats juges chercheurs médecins témoins voisins diplomates députés sénateurs conseillers \
              analystes économistes historiens habitants experts sources personnes gens proches riverains enquêteurs observateurs \
              ministres élus dirigeants parents scientifiques syndicalistes manifestants critiques spécialistes employés agriculteurs",
    bodies: "ministère gouvernement police gendarmerie préfecture mairie tribunal parquet cour parti syndicat fédération entreprise \
             société groupe banque club armée commission parlement sénat assemblée conseil kremlin ambassade université institut \
             hôpital agence association opposition coalition organisation fondation ville région département état-major autorités \
             autorité présidence élysée matignon pompiers constructeur compagnie exploitant comité union onu chambre justice direction \
             diplomatie observatoire office ong",
    documents: "rapport étude enquête sondage communiqué déclaration lettre courrier document documents note texte jugement \
                procès-verbal statistiques projet contrat prévision prévisions dossier analyse données mémo rapports bilan message",
    outlets: "journal quotidien hebdomadaire magazine chaîne radio télévision média médias presse agence_de_presse site afp reuters \
              ap kyodo nikkei bbc cnn gazette",
    titles: "m. mme mme. dr dr. m me",
};
