import type { Toeval } from './toeval.ts';

const VOORNAMEN =
  'Aafke Adil Agnes Ahmed Albert Alina Amina Anke Anouk Antoine Arjan Ayşe Bart Beatrijs Bilal Bogdan Boudewijn Carla Chandra Claire Corrie Dagmar Daniëlle Dennis Derya Dilara Dorien Edwin Elena Emine Erik Esra Eva Farid Fenna Ferdi Floor Frank Gerda Gijs Greet Hamza Hanneke Harm Hatice Henriëtte Hicham Ilse Imane Iwan Jacqueline Jan Jasmijn Jolanda Joris Kadir Karin Katarzyna Kees Khadija Lars Latifa Leon Lidia Lisa Lucas Maaike Magda Marcel Mariam Marijke Mark Meryem Milan Mina Mohammed Monique Naomi Natasja Nico Noa Nordin Olga Omar Paula Petra Quirine Rachid Ramona Rens Rita Rob Rosa Ruud Sabine Said Sandra Sevim Simon Sunita Suzanne Tamara Teun Thea Tim Tirza Ümit Vera Vincent Wanda Wesley Wilma Xavier Yara Yusuf Zoë'.split(
    ' ',
  );

const ACHTERNAMEN =
  'Aalbers|Abdi|Achterberg|Afonso|Akkerman|Aksoy|Ali|Ammerlaan|Azzouzi|Baars|Bakhtiari|Balk|Baptista|Beekhuis|Belhaj|Bergkamp|Biharie|Blankenstijn|Bos|Brinkman|Çelik|Chen|Coenradi|Dąbrowska|Dekker|Demir|Dijkgraaf|Doornbos|van Dorp|Drent|El Idrissi|van Elst|Engelsman|Erdoğan|Esajas|Fokkema|Fortuin|Fränzel|Gerritsma|Ghebreab|van der Giessen|Goossens|Groeneveld|Haddad|van Halderen|Hartog|Hendrikse|Hofstede|Hoogenboom|Ibrahim|IJzerman|Jankowski|Jongerius|Kaptein|Karimi|Kleinjan|Kooistra|Kraaijeveld|Krol|Lamers|Leeflang|van Leusden|Lie A Fat|Lindeman|Maatsuyker|Mahabier|Martina|Meesters|Mertens|Moussaoui|Naaijkens|Nguyen|Nijhof|van Noort|Oosting|Osman|Oudshoorn|Özdemir|Paap|Pinas|van der Plas|Popescu|Querido|Ramautar|Rietveld|Roodbergen|Rozenberg|Şahin|Santos|Schermer|Siewe|Slagter|Snoek|Sturm|Tahiri|Terlouw|Timmerman|Tjon|Uitenbroek|Vaartjes|van Veenendaal|Verkade|Visscher|Vonk|de Vreede|Warsame|Weststrate|Wijngaarden|Wolters|Yılmaz|Zandbergen|Zijlmans'.split(
    '|',
  );

/** A made-up name, of given and family names as they are found in the Netherlands. */
export function verzinNaam(toeval: Toeval): string {
  return `${toeval.kies(VOORNAMEN)} ${toeval.kies(ACHTERNAMEN)}`;
}
