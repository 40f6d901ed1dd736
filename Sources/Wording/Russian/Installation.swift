/// Hooks: putting them in, taking them out, and whether they are on.
extension Catalogue {
  static let russianInstallation: Part = [
    "server hook": "хук сервера",
    "is not installed: everything that is pushed here goes in":
      "не установлен: сюда попадает всё, что отправят",
    "whole pushes": "отправка целиком",
    "update sees one ref at a time: a push may land in part, and branches of one push can't vouch for one another":
      "update видит по одной ссылке: отправка может пройти частично, и ветки одной отправки не могут ручаться друг за друга",
    "# where the forge runs pre-receive:": "# там, где сервер запускает pre-receive:",
    "{1}'s {2}": "{2} ({1})",
    "runs the hooks beside it": "запускает хуки рядом с собой",
    "is not there, so nothing runs the guard's hook":
      "его нет, поэтому хук gitflow-guard никто не запускает",
    "# let the forge write its own hooks again": "# пусть сервер заново запишет свои хуки",
    "branches of {1}": "ветки для {1}",
    "it looks at {1}, but the policy protects {2}": "он смотрит на {1}, а политика защищает {2}",
    "repository": "репозиторий",
    "hooks folder": "каталог хуков",
    "hook {1}": "хук {1}",
    "is not installed": "не установлен",
    "is empty: git passes over it in silence": "пустой: git молча пропускает его",
    "is a link to {1}, which is not there": "это ссылка на {1}, а там ничего нет",
    "is not executable: git passes over it in silence":
      "без права на выполнение: git молча пропускает его",
    "is another hook, which does not call the guard":
      "это другой хук, и он не вызывает gitflow-guard",
    "is no file": "это не файл",
    "can't be read: {1}": "не читается: {1}",
    "is of another version ({1})": "другой версии ({1})",
    "names an engine that is not there: {1}": "называет программу, которой нет: {1}",
    "names an engine that can't run: {1}": "называет программу, которая не запускается: {1}",
    "finds no engine: gitflow-guard is not on PATH":
      "не находит программу: gitflow-guard нет в PATH",
    "installed, finds the engine by PATH: {1}": "установлен, находит программу по PATH: {1}",
    "installed, engine {1}, chains the hook that was there":
      "установлен, программа {1}, вызывает и прежний хук",
    "installed, engine {1}; {2}, which was there before, does not run: it is empty or not executable":
      "установлен, программа {1}; {2}, который был здесь раньше, не выполняется: он пустой или без права на выполнение",
    "installed, engine {1}": "установлен, программа {1}",
    "policy": "политика",
    "valid, from {1}": "верна; источник: {1}",
    "protected branches": "защищённые ветки",
    "none is here: the policy protects {1}": "здесь их нет: политика защищает {1}",
    "# put a policy that names your branches onto the default branch, as .gitflow-guard.yml":
      "# положите в основную ветку политику, которая называет ваши ветки: .gitflow-guard.yml",
    "history": "история",
    "whole": "полная",
    "cut off (a shallow clone): some questions have no answer here":
      "обрезана (неполный клон, shallow): на часть вопросов здесь нет ответа",
    "gitflow-guard: {1}": "gitflow-guard: {1}",
    "{1} runs its hooks by {2}, which is not there": "{1} запускает свои хуки через {2}, а его нет",
    "# let the forge write its own hooks first, then:":
      "# пусть сервер сначала запишет свои хуки, потом:",
    "core.hooksPath outside this repository sends git to {1}, which serves others as well and is not taken over":
      "core.hooksPath вне этого репозитория отправляет git в {1}; этот каталог служит и другим, поэтому не занимается",
    "the repository's core.hooksPath \"{1}\" names no folder for hooks":
      "core.hooksPath этого репозитория, \"{1}\", — не каталог для хуков",
    "{1}: installed": "{1}: установлен",
    "{1}: renewed": "{1}: обновлён",
    "{1}: up to date": "{1}: уже есть",
    "{1}: installed; the hook that was there is kept and still runs":
      "{1}: установлен; прежний хук сохранён и по-прежнему выполняется",
    "{1}: installed; the file that was there is kept (git did not run it)":
      "{1}: установлен; прежний файл сохранён (git его не выполнял)",
    "{1}: left as it is: {2}": "{1}: оставлен как есть: {2}",
    "{1}: taken out; the hook that was there before is back": "{1}: убран; прежний хук возвращён",
    "{1}: taken out": "{1}: убран",
    "{1}: was not there": "{1}: его не было",
    "{1}: left alone: {2}": "{1}: не тронут: {2}",
    "{1} is {2}: remove it first": "{1} — {2}: сначала уберите это",
    "{1} is not ours: remove it first": "{1} — не наш: сначала уберите его",
    "{1} was changed meanwhile: install again": "{1} тем временем изменился: установите ещё раз",
    "a hook of another tool stands at {1}, and an earlier one is kept at {2}: remove or rename the one that is no longer needed, then install again":
      "в {1} стоит хук другой программы, а в {2} сохранён прежний: уберите или переименуйте ненужный и установите ещё раз",
    "{1} is not ours": "{1} — не наш",
    "{1} is {2}": "{1} — {2}",
    "{1} is not ours; an earlier hook is kept at {2}": "{1} — не наш; прежний хук сохранён в {2}",
    "{1} can't be put back: remove it, then uninstall again":
      "{1} не удаётся вернуть: уберите его и повторите uninstall",
    "the engine's path must be absolute and without a newline: {1}":
      "путь к программе должен быть полным и без перевода строки: {1}",
    "another install or uninstall is at work in {1}: run this again when it has ended":
      "в {1} уже работает другая установка: повторите, когда она закончится",
    "  gitflow-guard is not in PATH": "  gitflow-guard нет в PATH",
    "  there is no {1}, and gitflow-guard is not in PATH":
      "  нет {1}, и gitflow-guard нет в PATH",
    "gitflow-guard: {1} is refused, because the engine was not found:":
      "gitflow-guard: {1} отклонён, потому что программа не найдена:",
    "  whoever looks after the server installs it and runs this in the repository:":
      "  тот, кто следит за сервером, ставит её и выполняет в репозитории:",
    "  install it and run this in the repository:":
      "  установите её и выполните в репозитории:",
    "  or takes this hook out:": "  или убирает этот хук:",
    "  or take this hook out:": "  или уберите этот хук:",
    "gitflow-guard: {1} is skipped: GITFLOW_GUARD=0, and the engine was not found":
      "gitflow-guard: {1} пропущен: GITFLOW_GUARD=0, и программа не найдена",
    "# core.hooksPath of this repository is {1}: no hook can run there.":
      "# core.hooksPath этого репозитория — {1}: там не может работать ни один хук.",
    "# Take the setting out, or name a folder by its whole path, then install again:":
      "# Уберите эту настройку или назовите каталог полным путём, потом установите ещё раз:",
    "# git's {1} configuration sends the hooks of every repository to {2}.":
      "# Настройки git ({1}) отправляют хуки всех репозиториев в {2}.",
    "# Either give this repository hooks of its own; those of that folder then no longer run here:":
      "# Либо дайте этому репозиторию свои хуки; те, что в том каталоге, здесь больше не сработают:",
    "# or call the engine from that folder. Hooks that it does not have yet:":
      "# либо вызывайте программу из того каталога. Хуки, которых в нём ещё нет:",
    "# Hooks that it has already: paste as the first command of each":
      "# Хуки, которые в нём уже есть: вставьте первой командой в каждый",
    "# the hook's own reader then begins with: {1}":
      "# то, что читает сам хук, тогда начинается с: {1}",
  ]
}
