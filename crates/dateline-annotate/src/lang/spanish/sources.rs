//! Spanish words for those who say something.

use crate::claims::by_marks::SourceWords;

pub static SOURCES: SourceWords = SourceWords {
    person: "portavoz ministro ministra presidente presidenta director directora alcalde alcaldesa responsable funcionario funcionaria \
             abogado abogada juez jueza fiscal investigador investigadora profesor profesora médico médica entrenador entrenadora \
             jugador jugadora testigo vecino vecina diplomático diplomática diputado diputada senador senadora embajador embajadora \
             comisario comisaria asesor asesora analista economista historiador historiadora capitán general coronel habitante \
             conductor conductora fundador fundadora autor autora maestro maestra hombre mujer obispo papa rey reina ingeniero \
             ingeniera agricultor agricultora experto experta jefe jefa secretario secretaria gobernador gobernadora fuente canciller \
             dirigente líder empleado empleada padre madre pescador comandante consejero consejera vocero vocera",
    persons: "funcionarios abogados jueces investigadores médicos testigos vecinos diplomáticos diputados senadores asesores \
              analistas economistas historiadores habitantes expertos fuentes personas residentes observadores ministros dirigentes \
              padres científicos sindicalistas manifestantes críticos especialistas empleados agricultores familiares portavoces",
    bodies: "ministerio gobierno policía guardia ayuntamiento tribunal fiscalía corte partido sindicato federación empresa compañía \
             grupo banco club ejército comisión parlamento senado congreso consejo kremlin embajada universidad instituto hospital \
             agencia asociación oposición coalición organización fundación ciudad región autoridades autoridad presidencia bomberos \
             fabricante aerolínea operador comité unión onu cámara justicia dirección observatorio oficina ong patronal cancillería \
             defensoría junta",
    documents: "informe estudio investigación encuesta sondeo comunicado declaración carta documento documentos nota texto sentencia \
                acta estadísticas proyecto contrato previsión previsiones análisis datos memorando informes balance mensaje",
    outlets: "diario periódico semanario revista cadena radio televisión medio medios prensa agencia_de_noticias efe reuters ap afp \
              kyodo nikkei bbc cnn rotativo emisora",
    titles: "sr sr. sra sra. dr dr. dra dra. don doña",
};
