extension Catalogue {
  /// What the rules find.
  static let russianFindings: Part = [
    "{1} would begin at {2}, which is not on {3}":
      "{1} началась бы с {2}, а этого коммита нет на {3}",
    "{1} is protected and can't be deleted": "{1} защищена, удалить её нельзя",
    "the way: {1}": "путь: {1}",
    "it came into {1} with {2}": "попало в {1} с {2}",
    "{1} takes only {2}; {3}": "{1} принимает только {2}; {3}",
    "{1} is another state of {2} itself": "{1} — другое состояние самой {2}",
    "{1} belongs to {2}": "{1} принадлежит {2}",
    "{1} is a protected branch": "{1} — защищённая ветка",
    "{1} is an {2} branch": "{1} — ветка класса {2}",
    "{1} is a {2} branch": "{1} — ветка класса {2}",
    "{1} is a fork's branch and never counts as a branch of this repository":
      "{1} — ветка форка и никогда не считается веткой этого репозитория",
    "{1} takes only {2}": "{1} принимает только {2}",
    "you are {1} by {2}": "вы — {1}, так говорит {2}",
    "you are {1} by {2}, a guess: git config gitflow-guard.owner NAME settles it":
      "вы — {1}, это догадка по {2}: точно скажет git config gitflow-guard.owner ИМЯ",
    "you are {1} by {2}, which names who started the job":
      "вы — {1}, так говорит {2}: там назван запустивший задание",
    "{1} belongs to {2}, not to {3}": "{1} принадлежит {2}, а не {3}",
    "{1} grows only by {2} of {3}": "{1} растёт только так: {2}, откуда: {3}",
    "{1} was made on {2} itself": "{1}: сделано прямо на {2}",
    "is not UTF-8, so its fields can't be read: save it as UTF-8":
      "не в UTF-8, поля не прочитать: сохраните файл в UTF-8",
    "lacks {1}": "не хватает: {1}",
    "leaves {1} blank": "не заполнено: {1}",
    "has no new entry that names {1}": "нет новой записи, в которой названо: {1}",
    "names none of the experiments that come in: {1}":
      "не называет ни одного из приходящих экспериментов: {1}",
    "does not name {1}": "не называет {1}",
    "{1} removes the earlier entry{2} of {3}": "{1} удаляет прежнюю запись{2} из {3}",
    "{1} changes the earlier entry{2} of {3}": "{1} меняет прежнюю запись{2} в {3}",
    "and {1} more entries of {2}": .forms(
      "и ещё {1} запись в {2}", "и ещё {1} записи в {2}", "и ещё {1} записей в {2}"),
    "{1} adds no entry under {2}/": "{1} не добавляет записи в {2}/",
    "an earlier entry{1} was removed from {2}": "прежняя запись{1} удалена из {2}",
    "{1}: editing the earlier entry{2} adds none":
      "{1}: правка прежней записи{2} новой не добавляет",
    "{1} was removed": "{1}: файл удалён",
    "{1} was edited, which adds no entry of its own":
      "{1}: файл изменён, но новой записи это не добавляет",
    "{1} does not stand under {2}/: letter case counts":
      "{1} лежит не в {2}/: регистр букв важен",
    "{1} has {2}; {3} may have {4}": "{1}: {2}; для {3} разрешено не больше {4}",
    "{1} itself came in as a second parent: a pull into own commits":
      "сама {1} стала вторым родителем: pull поверх своих коммитов",
    "{1} is no longer on its first-parent chain":
      "{1} больше не стоит на её цепочке первых родителей",
    "{1} would become the second parent of your own commits":
      "{1} станет вторым родителем ваших коммитов",
    "your commits end at {1}": "ваши коммиты заканчиваются на {1}",
    "{1} would go back to {2} and lose what came since":
      "{1} вернётся к {2} и потеряет всё, что пришло потом",
    "{1} would lose {2}: {3} does not descend from it":
      "{1} потеряет {2}: {3} не его потомок",
    "{1} changes {2} and leaves {3} as it was": "{1} меняет {2}, а {3} остаётся прежним",
    "{1} makes git show one object in the place of another, for everybody who fetches it":
      "с {1} git показывает один объект вместо другого — у всех, кто это заберёт",
    "the tag {1} is named like the branch {2}: where both are there, git takes the tag":
      "тег {1} назван как ветка {2}: где есть оба, git берёт тег",
    "a branch named {1} is taken for what is checked out":
      "ветку с именем {1} примут за текущую",
    "{1} looks like {2} and is another branch, which nothing protects":
      "{1} похожа на {2}, но это другая ветка, и её ничто не защищает",
    "{1} is a branch below refs/heads/, and looks like a full name":
      "{1} — ветка внутри refs/heads/, а выглядит как полное имя",
    "{1} is no branch of the lane {2}, whose branches are named {3}":
      "{1} — не ветка класса {2}: там имена вида {3}",
    "{1} changes {2} beyond what merging gives": "{1} меняет {2} сверх того, что даёт слияние",
    "{1} is an octopus: {2} at once": "{1} — слияние-осьминог: {2} сразу",
    "{1} is a merge that brings nothing in: {2} had its parents":
      "{1} — слияние, которое ничего не приносит: родители уже были в {2}",
    "a branch": "ветка",
    "{1} was merged into {2}, which takes only {3}":
      "{1}: слияние (merge) в {2}, а там можно только {3}",
    "{1} was squashed into {2}, which takes only {3}":
      "{1}: squash в {2}, а там можно только {3}",
    "{1} was fast-forwarded into {2}, which takes only {3}":
      "{1}: fast-forward в {2}, а там можно только {3}",
    "{1} was committed into {2}, which takes only {3}":
      "{1}: коммит в {2}, а там можно только {3}",
    "{1} on {2} changes {3}, which stands in no experiment branch":
      "{1} на {2} меняет {3}, а этого нет ни в одной ветке эксперимента",
    "the policy file that {1} would hold is invalid: {2}":
      "файл политики, который окажется в {1}, неверен: {2}",
    "the policy file is removed; the built-in defaults would judge from then on":
      "файл политики удалён; дальше судили бы по встроенным правилам",
    "the policy file is changed; it judges once it stands on a protected branch":
      "файл политики изменён; он начнёт действовать на защищённой ветке",
    "{1}, and is looser then": "{1}, и станет мягче",
    "loosens {1}": "смягчает {1}",
    "whether {1} will hold exactly what is promoted: {2} is in conflict":
      "будет ли в {1} ровно то, что продвигается: {2} в конфликте",
    "{1} would differ from {2} in {3}": "{1} отличалась бы от {2} в {3}",
    "{1} takes {2} away, which the layout requires": "{1} убирает {2}, а layout его требует",
    "{1} is missing, which the layout requires": "нет {1}, а layout его требует",
    "{1} does not hold the newest {2}": "в {1} нет самой новой {2}",
    "{1} stood at {2}": "{1} стояла на {2}",
    "merged by {1}": "влито коммитом {1}",
    "a branch of {1}": "ветка класса {1}",
    "whether {1} stands on {2}, which is not here": "стоит ли {1} на {2}: её здесь нет",
    "{1} would point to {2}, which is not on the first-parent chain of {3}":
      "{1} указывал бы на {2}, а этого коммита нет на цепочке первых родителей {3}",
    "{1} came into {2} without a merge, and no branch here has it":
      "{1}: попало в {2} без слияния, и ни в одной ветке здесь этого нет",
    "it came in with {1}": "пришло с {1}",
    "the message names {1}, which proves nothing by itself":
      "в сообщении названа {1}, но само по себе это ничего не доказывает",
    "{1} came into {2}, and no branch here has it":
      "{1}: попало в {2}, и ни в одной ветке здесь этого нет",
    "{1} has no common ancestor with {2}": "у {1} нет общего предка с {2}",
    "whether {1} is a commit of {2}, which is not here":
      "коммит ли {1} ветки {2}: её здесь нет",
    "{1} is the first protected branch here: it is free to begin anywhere":
      "{1} — первая защищённая ветка здесь: начать её можно откуда угодно",
    "whether {1} is the first protected branch there": "первая ли там защищённая ветка {1}",
    "{1} holds no policy file yet and no remote has it: commits to it are free":
      "в {1} ещё нет файла политики, и её нет ни на одном remote: коммиты в неё свободны",
    "nobody is known who moves {1}: branch-owner was not asked":
      "кто двигает {1}, неизвестно: branch-owner не проверялось",
    "merge-content can't judge {1} in {2}: in conflict or renamed":
      "merge-content не может судить о {1} в {2}: конфликт или переименование",
    "this merge": "это слияние",
    "this commit": "этот коммит",
    "nothing": "ничего",
    "{1} branches": "ветки {1}",
    "{1} and {2} more": "{1} и ещё {2}",
  ]

  /// Why something is no entry.
  static let russianNoEntries: Part = [
    "{1} holds no text": "{1}: нет текста",
    "{1} is no text file: it holds NUL bytes": "{1} — не текстовый файл: в нём есть байты NUL",
    "{1} has {2} KiB: what is larger than 1 MiB counts as data":
      "{1}: {2} КиБ; что больше 1 МиБ, считается данными",
    "{1} is a Git LFS pointer: its text is not in the history":
      "{1} — указатель Git LFS: самого текста в истории нет",
    "{1} is a symbolic link": "{1} — символическая ссылка",
    "{1} is a submodule": "{1} — подмодуль",
    "{1} is the template": "{1} — это шаблон",
    "{1}:{2}{3} is still to be filled in": "{1}:{2}{3} ещё не заполнено",
    "{1} is UTF-16: save it as UTF-8": "{1} в UTF-16: сохраните в UTF-8",
    "{1}:{2} is not UTF-8": "{1}:{2} не в UTF-8",
    "{1}:{2}: the front matter is not read: {3}": "{1}:{2}: front matter не читается: {3}",
  ]
}
