/// What is wrong with a policy file, or with a journal's front matter.
extension Catalogue {
  static let russianPolicyFile: Part = [
    "a list": "список",
    "a mapping": "набор ключей",
    "a second YAML document begins here; one is allowed":
      "здесь начинается второй документ YAML, а нужен один",
    "the anchor {1} is not allowed; write the value out":
      "якорь {1} не допускается; напишите само значение",
    "the tag {1} is not allowed; write the bare value":
      "тег {1} не допускается; напишите просто значение",
    "this is nested more than {1} levels deep": "вложенность больше {1} уровней",
    "the alias {1} is not allowed; write the value out, and put a pattern that begins with * in quotation marks":
      "ссылка {1} не допускается; напишите само значение, а шаблон, который начинается с *, возьмите в кавычки",
    "a value is missing here": "здесь не хватает значения",
    "a key must be plain text, but it is {1}": "ключ должен быть простым текстом, а здесь {1}",
    "there is no memory left to read the file": "не хватило памяти, чтобы прочитать файл",
    "this value is not UTF-8": "это значение не в UTF-8",
    "libyaml reported something unknown here": "libyaml сообщила здесь что-то неизвестное",
    "it can't be read": "это не читается",
    "not valid YAML: {1}; put a pattern that begins with * in quotation marks":
      "ошибка YAML: {1}; шаблон, который начинается с *, возьмите в кавычки",
    "not valid YAML: {1}; indent with spaces, and put a value that begins with @, ` or % in quotation marks":
      "ошибка YAML: {1}; отступы делайте пробелами, а значение, которое начинается с @, ` или %, возьмите в кавычки",
    "not valid YAML: {1}": "ошибка YAML: {1}",
    "it stands beside {1}, and only one of the two may be there":
      "он стоит рядом с {1}, а должен быть только один из двух",
    "it must be a regular file": "это должен быть обычный файл",
    "\"promotions\" has none into \"main\", so everything may come in around \"develop\"; add main: { from: [develop], by: [merge] }":
      "в \"promotions\" нет пути в \"main\", и туда может попасть что угодно в обход \"develop\"; добавьте main: { from: [develop], by: [merge] }",
    "a second lane {1}": "второй класс веток {1}",
    "\"lanes\" must name at least one lane": "в \"lanes\" должен быть хотя бы один класс веток",
    "\"lanes\" must name at most {1} lanes": "в \"lanes\" может быть не больше {1} классов веток",
    "\"{1}\" must be a simpler pattern, for it can't be compared with the earlier ones":
      "шаблон \"{1}\" должен быть проще: его не удаётся сравнить с предыдущими",
    "the earlier lane \"{1}\" (\"{2}\") takes it all":
      "всё забирает класс \"{1}\" (\"{2}\"), который стоит раньше",
    "the earlier lanes together take it all": "всё вместе забирают классы, которые стоят раньше",
    "no branch can reach the lane \"{1}\" (\"{2}\"): {3}":
      "ни одна ветка не попадёт в класс \"{1}\" (\"{2}\"): {3}",
    "a second promotion into {1}": "второе описание пути в {1}",
    "a promotion into the unknown lane {1}": "путь в неизвестный класс веток {1}",
    "\"by\" must name at least one method: nothing could come into \"{1}\"":
      "в \"by\" должен быть хотя бы один способ: иначе в \"{1}\" ничего не попадёт",
    "\"by\" must not list commit for \"main\": that is a way in around \"develop\"":
      "для \"main\" в \"by\" не должно быть commit: это путь в обход \"develop\"",
    "a promotion from the unknown lane {1}": "путь из неизвестного класса веток {1}",
    "\"from\" must name at least one lane: nothing could come into \"{1}\"":
      "в \"from\" должен быть хотя бы один класс веток: иначе в \"{1}\" ничего не попадёт",
    "{1} would be a way into \"main\" around \"develop\"":
      "{1} — это путь в \"main\" в обход \"develop\"",
    "the default promotions need the lane \"{1}\", which \"lanes\" lacks; write \"promotions\" too":
      "путям по умолчанию нужен класс \"{1}\", которого нет в \"lanes\"; напишите и \"promotions\"",
    "the preset's promotions need the lane \"{1}\", which \"lanes\" lacks; write \"promotions\" too":
      "путям этого набора нужен класс \"{1}\", которого нет в \"lanes\"; напишите и \"promotions\"",
    "{1}; write \"promotions\" too": "{1}; напишите и \"promotions\"",
    "{1}, but it is {2}": "{1}, а здесь {2}",
    "\"{1}\" must be a list such as {2}": "\"{1}\" — это список, например {2}",
    "a second key {1}": "второй ключ {1}",
    "\"{1}\" must be a mapping such as {2}": "\"{1}\" — это набор ключей, например {2}",
    "{1}; the first one is on line {2}": "{1}; первый раз — в строке {2}",
    "\"{1}\" must be text": "\"{1}\" — это текст",
    "\"{1}\" must not be blank": "\"{1}\" не может быть пустым",
    "\"{1}\" holds a character that can't be seen: {2}": "в \"{1}\" есть невидимый символ: {2}",
    "\"{1}\" must be {2}": "для \"{1}\" допустимо {2}",
    "\"{1}\" must be true or false": "\"{1}\" — это true или false",
    "\"{1}\" names {2} twice": "в \"{1}\" дважды стоит {2}",
    "unknown key {1}": "неизвестный ключ {1}",
    "\"{1}\" lacks the key \"{2}\"": "в \"{1}\" не хватает ключа \"{2}\"",
    "\"{1}\" must be one word": "\"{1}\" — это одно слово",
    "\"{1}\" must be at most {2} bytes long": "\"{1}\" — не длиннее {2} байт",
    "\"{1}\" may have {owner} only once": "в \"{1}\" {owner} может стоять только один раз",
    "\"{1}\" can't have {owner}; write *": "в \"{1}\" нельзя писать {owner}; напишите *",
    "\"{1}\" must be a short name without refs/heads/ or refs/tags/":
      "\"{1}\" — это короткое имя без refs/heads/ и refs/tags/",
    "\"{1}\" must not begin or end with / nor have two of them in a row":
      "\"{1}\" не может начинаться с /, кончаться на / или содержать // подряд",
    "in \"{1}\" {owner} must stand alone between slashes":
      "в \"{1}\" {owner} должен стоять отдельно, между косыми чертами",
    "\"{1}\" can't have {2}: only *, ** and {owner} have a meaning":
      "в \"{1}\" нельзя писать {2}: особый смысл есть только у *, ** и {owner}",
    "\"{1}\" can't have {2}: only *, ** have a meaning":
      "в \"{1}\" нельзя писать {2}: особый смысл есть только у * и **",
    "\"{1}\" must be possible as a name in git": "\"{1}\" — это имя, которое допускает git",
    "\"{1}\" must be a path below the root without empty, . and .. parts":
      "\"{1}\" — это путь от корня без пустых частей, . и ..",
    "unknown rule {1}": "неизвестное правило {1}",
    "\"{1}\" must be a commit id of 7 to 40 hexadecimal digits":
      "\"{1}\" — это идентификатор коммита, от 7 до 40 шестнадцатеричных цифр",
    "\"{1}\" must be a date such as 2026-12-31": "\"{1}\" — это дата, например 2026-12-31",
    "\"{1}\" must be a day of the calendar": "\"{1}\" — это день, который есть в календаре",
    "{1} must be a size such as 50MiB, 10MB or 4096":
      "{1} — это размер, например 50MiB, 10MB или 4096",
    "{1} must be a size in {2}": "{1} — это размер в единицах {2}",
    "{1} must be a size that 63 bits can hold": "{1} — это размер, который помещается в 63 бита",
    "{1}; did you mean \"{2}\"?": "{1}; может быть, \"{2}\"?",
    "a second owner {1}": "второй владелец {1}",
    "an owner must be one part of a branch name, without /":
      "владелец — это одна часть имени ветки, без /",
    "\"{1}\" must list addresses, and names at the forge that begin with @":
      "в \"{1}\" стоят адреса и имена на сервере, которые начинаются с @",
    "{1} belongs to \"{2}\" already": "{1} уже принадлежит \"{2}\"",
    "\"branch\" must be one branch, not a pattern": "\"branch\" — это одна ветка, а не шаблон",
    "a waiver is for a commit or for a branch, not for both":
      "исключение даётся коммиту или ветке, но не обоим сразу",
    "\"waiver\" lacks the key \"commit\" or \"branch\"":
      "в \"waiver\" не хватает ключа \"commit\" или \"branch\"",
    "a policy must be a mapping of keys such as mode: enforce":
      "политика — это набор ключей, например mode: enforce",
    "\"version\" must be the bare number 1, the only version that this program reads":
      "\"version\" — это просто число 1: других версий эта программа не читает",
    "a second metric {1}": "вторая метрика {1}",
    "a second severity for {1}": "вторая строгость для {1}",
    "the tags {1} need the unknown lane {2}": "тегам {1} нужен неизвестный класс веток {2}",
    "the lock of {1} must be another file": "файл фиксации версий для {1} — это другой файл",
    "the file is {1} bytes long; a policy is at most 1 MiB":
      "файл занимает {1} байт, а политика — не больше 1 MiB",
    "these bytes are not UTF-8; save the file as UTF-8":
      "эти байты не в UTF-8; сохраните файл в UTF-8",
    "the character {1} is not allowed in a policy": "символ {1} в политике не допускается",
  ]
}
