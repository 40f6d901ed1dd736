/// What the guard asks of a repository, what an audit says, and why files can't be used.
extension Catalogue {
  static let russianGuardMore: Part = [
    // Questions that may stay without an answer.
    "what commit {1} holds": "что в коммите {1}",
    "which commits stand on the chain of {1}": "какие коммиты стоят на цепочке {1}",
    "what {1} holds": "что в {1}",
    "what a journal says": "что написано в журнале",
    "whether {1} descends from {2}": "потомок ли {1} коммита {2}",
    "which commits are new": "какие коммиты новые",
    "what {1} and {2} have in common": "что общего у {1} и {2}",
    "which files differ": "какие файлы отличаются",
    "what merging {1} into {2} gives": "что даёт слияние {1} в {2}",
    "how large {1} is": "какого размера {1}",
    "which branches there are": "какие есть ветки",
    "where {1} once was": "где когда-то стояла {1}",
    "which commit the policy's baseline {1} is": "какой коммит — baseline {1} из политики",
    "what the policy file says": "что сказано в файле политики",
    "# whoever looks after the server: git fsck": "# для того, кто ведёт сервер: git fsck",

    // Audits.
    "{1} was judged; the local {2} stands elsewhere":
      "проверена {1}; локальная {2} стоит в другом месте",
    "{1} was judged": "проверена {1}",
    "{1} paths": .forms("{1} пути", "{1} путях", "{1} путях"),
    "merge-content can't judge {1} in {2} merges: in conflict or renamed (--annotate lists them)":
      .forms(
        "merge-content не может судить о {1} в {2} слиянии: конфликт или переименование (список — с --annotate)",
        "merge-content не может судить о {1} в {2} слияниях: конфликт или переименование (список — с --annotate)",
        "merge-content не может судить о {1} в {2} слияниях: конфликт или переименование (список — с --annotate)"
      ),
    "{1} is of no lane that the policy asks anything of: there is nothing to audit. A policy that names your branches can be given with --policy":
      "{1} не относится ни к одному классу веток, от которого политика чего-то требует: проверять нечего. Политику, где названы ваши ветки, можно передать через --policy",
    "no branch here is of a protected lane ({1})":
      "здесь нет ни одной ветки из защищённых классов ({1})",
    "gitflow-guard audit --policy FILE   # a policy whose lanes name your branches":
      "gitflow-guard audit --policy FILE   # политика, где названы ваши ветки",
    "--since names neither a commit here nor a date such as 2026-11-24: \"{1}\"":
      "--since — это коммит, который здесь есть, или дата вида 2026-11-24, а не \"{1}\"",
    "the commit-graph file says what is not so, and was left aside: git commit-graph verify":
      "файл commit-graph говорит неправду, обошлись без него: git commit-graph verify",

    // Files and processes.
    "standard input": "стандартный ввод",
    "standard output": "стандартный вывод",
    "standard error": "стандартный поток ошибок",
    "a worker process": "рабочий процесс",
    "a pipe": "канал (pipe)",
    "a file": "файл",
    "a folder": "каталог",
    "a symbolic link": "символическая ссылка",
    "a special file": "особый файл",
    "it is longer than {1} bytes": "длиннее {1} байт",
    "it is {1}": "это {1}",
    "the path holds a NUL byte": "в пути есть нулевой байт",
    "another process is at work on it": "с этим работает другой процесс",
    "it ended before its work was done": "он завершился, не закончив работу",
    "cannot read {1}: {2}": "не удалось прочитать {1}: {2}",
    "cannot look at {1}: {2}": "не удалось посмотреть на {1}: {2}",
    "cannot create {1}: {2}": "не удалось создать {1}: {2}",
    "cannot write {1}: {2}": "не удалось записать в {1}: {2}",
    "cannot write to disk {1}: {2}": "не удалось записать на диск {1}: {2}",
    "cannot link {1}: {2}": "не удалось создать ссылку на {1}: {2}",
    "cannot copy {1}: {2}": "не удалось скопировать {1}: {2}",
    "cannot rename {1}: {2}": "не удалось переименовать {1}: {2}",
    "cannot remove {1}: {2}": "не удалось удалить {1}: {2}",
    "cannot lock {1}: {2}": "не удалось заблокировать {1}: {2}",
    "cannot change the mode of {1}: {2}": "не удалось изменить права {1}: {2}",
    "cannot make the folder {1}: {2}": "не удалось создать каталог {1}: {2}",
    "cannot list {1}: {2}": "не удалось перечислить {1}: {2}",
    "cannot resolve {1}: {2}": "не удалось найти настоящий путь {1}: {2}",
    "cannot start {1}: {2}": "не удалось запустить {1}: {2}",
  ]
}
