/// What the guard says of a session, its branches and what it is asked to judge.
extension Catalogue {
  static let russianGuard: Part = [
    "could not {1}: it was left out of this partial clone":
      "не удалось {1}: этого нет в частичном клоне (partial)",
    "could not {1}: the history was cut off here (a shallow clone)":
      "не удалось {1}: здесь история обрезана (неполный клон, shallow)",

    // Branches and commits that are named.
    "there is no branch \"{1}\" here, neither local nor remote-tracking ({2})":
      "здесь нет ветки \"{1}\", ни локальной, ни remote-tracking ({2})",
    "there is no branch {1} here": "здесь нет ветки {1}",
    "{1} of {2} is not in this clone": "ветки {1} из {2} в этом клоне нет",
    "{1} has no commit yet": "в {1} ещё нет коммитов",
    "HEAD is detached: name the branch with {1}":
      "HEAD отсоединён (detached): назовите ветку через {1}",
    "there is no commit \"{1}\" (--base)": "коммита \"{1}\" нет (--base)",
    "there is no commit \"{1}\" here (--head)": "коммита \"{1}\" здесь нет (--head)",
    "there is no commit \"{1}\" here (--range)": "коммита \"{1}\" здесь нет (--range)",
    "--range takes OLD..NEW, not \"{1}\"": "--range принимает OLD..NEW, а не \"{1}\"",
    "--head {1} goes with {2}": "--head {1} пишут вместе с {2}",
    "{1} takes BRANCH or OWNER:BRANCH, not \"{2}\"":
      "{1} принимает BRANCH или OWNER:BRANCH, а не \"{2}\"",
    "the head of {1}, {2}, is not in this clone": "{2}, вершины {1}, в этом клоне нет",
    "name the branch that it goes into with {1}": "назовите ветку, куда это вливать, через {1}",
    "{1} goes into {2}, which is not here ({3})": "{1} вливают в {2}, а её здесь нет ({3})",
    "{1} is promoted to no other branch: name the target with {2}":
      "{1} никуда дальше не продвигают: назовите цель через {2}",
    "# or, before gitflow-guard:": "# или перед gitflow-guard:",

    // Merge requests and jobs.
    "{1} into {2}": "{1} в {2}",
    "{1} holds {2} already: there is nothing to merge":
      "в {1} уже есть {2}: вливать нечего",
    "the merge would conflict in {1}": "слияние дало бы конфликт в {1}",
    "can't tell what is to be judged: {1}": "непонятно, что проверять: {1}",
    "--base goes with a merge request, and this job is about a push":
      "--base пишут для merge request, а это задание — про отправку",
    "{1}, where it stood before, is gone: the whole branch is judged":
      "{1}, где она стояла раньше, больше нет: проверяется вся ветка",
    "no push started this pipeline, and nothing says where {1} stood before":
      "этот конвейер запустила не отправка, и неизвестно, где {1} стояла раньше",
    "no push started this pipeline, and nothing says where it stood before":
      "этот конвейер запустила не отправка, и неизвестно, где она стояла раньше",
    "gitflow-guard audit   # judges all that stands on the protected branches":
      "gitflow-guard audit   # проверяет всё, что есть на защищённых ветках",
    "the old tip of {1} is lost: git fetch {2} {3}":
      "прежняя вершина {1} потеряна: git fetch {2} {3}",

    // Hooks and their switches.
    "pre-commit tells of a push into {1}, and not of what is pushed":
      "pre-commit сообщает об отправке в {1}, но не о том, что отправляют",
    "gitflow-guard install   # hooks that see the whole push":
      "gitflow-guard install   # хуки, которые видят отправку целиком",
    "the update hook takes a ref's full name and two object ids":
      "хук update принимает полное имя ссылки и два идентификатора объектов",
    "# if it comes from {1}: git fetch {2}, then try again":
      "# если это пришло из {1}: git fetch {2}, затем попробуйте ещё раз",
    "git read-tree -m -u {1} HEAD   # undoes what was checked out":
      "git read-tree -m -u {1} HEAD   # возвращает рабочее дерево",
    "on a server": "на сервере",
    "under CI": "в CI",
    "GITFLOW_GUARD=0 is not obeyed {1}": "GITFLOW_GUARD=0 {1} не действует",
    "GITFLOW_GUARD_SKIP is not obeyed {1}": "GITFLOW_GUARD_SKIP {1} не действует",
    "off for this command (GITFLOW_GUARD=0)": "выключен для этой команды (GITFLOW_GUARD=0)",
    "skips {1} (GITFLOW_GUARD_SKIP)": "пропускает {1} (GITFLOW_GUARD_SKIP)",
    "GITFLOW_GUARD_SKIP names no rule \"{1}\"":
      "в GITFLOW_GUARD_SKIP названо правило \"{1}\", а такого нет",

    // Policy files.
    "a bare repository has no work tree: name the file":
      "в репозитории bare нет рабочего дерева: назовите файл",
    "there is no {1} in {2}: the built-in defaults hold":
      "в {2} нет {1}: действуют встроенные значения по умолчанию",
    "there is no file {1}": "файла {1} нет",
    "the policy that gitflow-guard.policy names can't be read: {1}":
      "политику, которую называет gitflow-guard.policy, прочитать нельзя: {1}",
    "# on the server: git config gitflow-guard.policy FILE":
      "# на сервере: git config gitflow-guard.policy FILE",
    "{1} is broken; the built-in defaults judge the change that mends it":
      "файл {1} неверен; изменение, которое его чинит, проверяется по встроенным значениям",
  ]
}
