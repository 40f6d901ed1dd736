/// The commands: what they are for, their options, and what they say.
extension Catalogue {
  static let russianCommands: Part = [
    "Keeps a team's git workflow: it proves from the history which way a change came.":
      "Следит за рабочим процессом команды в git: доказывает по истории, каким путём пришло изменение.",
    "Exit codes: 0 allowed, 1 refused, 2 wrong usage or policy file, 3 undecided or the\nrepository could not be read.":
      "Коды завершения: 0 — разрешено, 1 — отклонено, 2 — ошибка в команде или файле политики, 3 — решить нельзя или репозиторий не читается.",
    "Global options": "Общие параметры",
    "Run as if started in this folder; each further one is seen from the one before it.":
      "Работать так, будто команда запущена в этом каталоге; каждый следующий считается от предыдущего.",
    "text or json; of a judgement also sarif, junit, gitlab, github, markdown; of a table also csv, markdown. FORMAT=FILE writes to a file. Repeatable.":
      "text или json; для решений также sarif, junit, gitlab, github, markdown; для таблиц также csv, markdown. FORMAT=FILE пишет в файл. Можно повторять.",
    "Write the format that names no file of its own to this file, whole or not at all.":
      "Записать формат, для которого файл не назван, в этот файл — целиком или никак.",
    "auto, always or never.": "auto, always или never.",
    "The language of texts that are written: en or ru.": "Язык текстов: en или ru.",
    "--language knows en and ru, not \"{1}\"": "--language знает en и ru, а не \"{1}\"",
    "Tell only what stops something.": "Сообщать только то, что останавливает.",
    "Tell every finding with all its evidence.":
      "Сообщать всё найденное со всеми доказательствами.",
    "Let warnings end with exit code 1.": "Завершаться с кодом 1 и при предупреждениях.",
    "Judges the whole history of the protected branches.":
      "Проверяет всю историю защищённых веток.",
    "Every step on the first-parent chain is judged as if it were made now, except that merge\nsubjects count as evidence for branches that are gone. The remote's state of a branch is\ntaken where there is one. Exit code 1 where an error was found.":
      "Каждый шаг цепочки первых родителей проверяется так, будто он делается сейчас; о ветках, которых уже нет, свидетельствуют заголовки слияний. Ветка берётся такой, какая она в удалённом репозитории, если она там есть. Код завершения 1, если найдена ошибка.",
    "The branches (default: all of protected lanes).":
      "Ветки (по умолчанию все ветки защищённых классов).",
    "Judge only what this commit does not have, or what was committed since this date (UTC).":
      "Проверять только то, чего нет в этом коммите или что сделано с этой даты (UTC).",
    "Judge by this policy file instead of the trusted one.":
      "Судить по этому файлу политики, а не по доверенному.",
    "Audit the repository in this folder; repeatable, all in one report.":
      "Проверить репозиторий в этом каталоге; можно повторять, отчёт общий.",
    "Judge the branches that came in as well.": "Проверять и влитые ветки.",
    "Print the chain itself: each step with its source, evidence and findings.":
      "Напечатать саму цепочку: каждый шаг с источником, доказательствами и найденным.",
    "Work in so many processes (default: one for each processor, where it pays).":
      "Работать в стольких процессах (по умолчанию по одному на процессор, если это выгодно).",
    "--jobs takes a number from 1 on, not {1}": "--jobs принимает число от 1, а не {1}",
    "audit": "аудит",
    "Prints the completion script of a shell: bash, zsh or fish.":
      "Печатает скрипт дополнения для оболочки: bash, zsh или fish.",
    "bash: gitflow-guard completions bash > ~/.local/share/bash-completion/completions/gitflow-guard\nzsh:  gitflow-guard completions zsh > DIR/_gitflow-guard, where DIR is in $fpath\nfish: gitflow-guard completions fish > ~/.config/fish/completions/gitflow-guard.fish":
      "bash: gitflow-guard completions bash > ~/.local/share/bash-completion/completions/gitflow-guard\nzsh:  gitflow-guard completions zsh > DIR/_gitflow-guard, где DIR есть в $fpath\nfish: gitflow-guard completions fish > ~/.config/fish/completions/gitflow-guard.fish",
    "bash, zsh or fish.": "bash, zsh или fish.",
    "completions are there for bash, zsh and fish, not for \"{1}\"":
      "дополнение есть для bash, zsh и fish, но не для \"{1}\"",
    "The shared journals: a new entry, all entries, their metrics side by side.":
      "Общие журналы: новая запись, все записи, их метрики рядом.",
    "Read the journals at this commit or branch (default: the work tree; in a bare repository HEAD).":
      "Читать журналы в этом коммите или ветке (по умолчанию рабочий каталог; в bare-репозитории HEAD).",
    "All entries with their branch, author, date and metrics.":
      "Все записи с веткой, автором, датой и метриками.",
    "there is no entry under {1}/ yet": "в {1}/ ещё нет записей",
    "What entries say.": "Что написано в записях.",
    "Branches, headings, files, or places as FILE:LINE.":
      "Ветки, заголовки, файлы или места как FILE:LINE.",
    "The metrics of entries side by side, the best of each marked.":
      "Метрики записей рядом, лучшая в каждой отмечена.",
    "Which direction is better stands in the policy (experiments: metrics:). Numbers of different units are never ranked, and what can't be read as a number is named.":
      "Что лучше — больше или меньше, — сказано в политике (experiments: metrics:). Числа в разных единицах не сравниваются, а то, что не читается как число, названо.",
    "Branches, headings, files, or places as FILE:LINE (default: all entries).":
      "Ветки, заголовки, файлы или места как FILE:LINE (по умолчанию все записи).",
    "Show this metric alone; repeatable.": "Показать только эту метрику; можно повторять.",
    "Sort by this metric, best first.": "Сортировать по этой метрике, лучшие сначала.",
    "Appends an entry with all that is known already: branch, author, date, commits.":
      "Добавляет запись со всем, что уже известно: ветка, автор, дата, коммиты.",
    "Without a branch it describes the current one, or on an intermediate branch the experiments that were merged into it. A branch that has a new entry already gets no second one.":
      "Без названной ветки описывает текущую, а на промежуточной ветке — влитые в неё эксперименты. Ветка, у которой уже есть новая запись, второй не получает.",
    "The experiment branches to describe.": "Ветки экспериментов, которые нужно описать.",
    "Describe something that is no branch.": "Описать то, что не является веткой.",
    "The journal (default: journal.md, or the one that the policy names).":
      "Журнал (по умолчанию journal.md или тот, который называет политика).",
    "Add an entry even where the branch has a new one already.":
      "Добавить запись, даже если у ветки уже есть новая.",
    "Open git's editor on the journal afterwards.": "Потом открыть журнал в редакторе git.",
    "{1}: a new entry for {2}": "{1}: новая запись для {2}",
    "{1}: {2} has its entry already (--again adds another)":
      "{1}: у {2} уже есть запись (--again добавит ещё одну)",
    "fill it in and commit it: what stands in <…> counts as blank":
      "заполните её и сделайте коммит: то, что в <…>, считается пустым",
    "Tells a rule's what, why, examples and remedy; without a rule, lists them all.":
      "Объясняет правило: что, почему, примеры и как исправить; без правила перечисляет все.",
    "The rule's name.": "Имя правила.",
    "there is no rule \"{1}\": gitflow-guard rules lists them":
      "нет правила \"{1}\": gitflow-guard rules перечисляет правила",
    "Lists the rules with their default severities.": "Перечисляет правила и их обычную строгость.",
    "Judges what a git hook hands over; the installed hooks call this.":
      "Проверяет то, что передаёт хук git; это вызывают установленные хуки.",
    "The hook's name.": "Имя хука.",
    "What git gives the hook.": "То, что git передаёт хуку.",
    "a hook judges the repository that git starts it in: leave -C out":
      "хук проверяет репозиторий, в котором его запустил git: уберите -C",
    "gitflow-guard: hook NAME takes one of {1}": "gitflow-guard: hook NAME принимает одно из: {1}",
    "Prints the script of a hook, for a folder that install does not write to.":
      "Печатает скрипт хука для каталога, в который install не пишет.",
    "The absolute path of gitflow-guard where the hook runs; without it PATH is searched.":
      "Полный путь к gitflow-guard там, где работает хук; без него просматривается PATH.",
    "there is no hook \"{1}\" of ours: {2}": "такого нашего хука нет: \"{1}\"; есть {2}",
    "--engine takes an absolute path, not \"{1}\"": "--engine принимает полный путь, а не \"{1}\"",
    "Sets a repository up: policy, journal, template, CI and hooks.":
      "Настраивает репозиторий: политика, журнал, шаблон, CI и хуки.",
    "What stands there already is left as it is, so it can be run again at any time. Nothing is committed: the commands for that are printed.":
      "То, что уже есть, остаётся как есть, поэтому команду можно повторять когда угодно. Коммит не делается: команды для него печатаются.",
    "Add the folders of a layout: mlops.": "Добавить каталоги проекта: mlops.",
    "--layout knows mlops, not \"{1}\"": "--layout знает mlops, а не \"{1}\"",
    "Write the CI file that runs verify: gitlab, github, gitea or none.":
      "Записать файл CI, который запускает verify: gitlab, github, gitea или none.",
    "--ci knows gitlab, github, gitea and none, not \"{1}\"":
      "--ci знает gitlab, github, gitea и none, а не \"{1}\"",
    "List what would be written, and write nothing.":
      "Перечислить, что было бы записано, и ничего не писать.",
    "Leave the hooks out.": "Не ставить хуки.",
    "Puts the client hooks into this repository, or with --server the server's.":
      "Ставит в этот репозиторий хуки клиента, а с --server — хуки сервера.",
    "A hook that is there already is kept and runs as well; uninstall brings it back byte for byte.":
      "Хук, который уже есть, сохраняется и тоже выполняется; uninstall возвращает его байт в байт.",
    "A further hook: reference-transaction, which also sees branches move without a commit.":
      "Ещё один хук: reference-transaction; он видит и движение веток без коммита.",
    "--with knows reference-transaction, not \"{1}\"":
      "--with знает reference-transaction, а не \"{1}\"",
    "A server": "Сервер",
    "--with is for clones, and --server is none": "--with — для клонов, а --server — не клон",
    "Takes the hooks out and restores what stood there before.":
      "Убирает хуки и возвращает то, что было до них.",
    "For a repository that is pushed to: the pre-receive hook.":
      "Для репозитория, в который отправляют: хук pre-receive.",
    "Whose hook folders: plain (git's, gitolite's), gitlab, gitea (also Forgejo).":
      "Чьи каталоги хуков: plain (git, gitolite), gitlab, gitea (и Forgejo).",
    "--layout knows plain, gitlab, gitea and forgejo, not \"{1}\"":
      "--layout знает plain, gitlab, gitea и forgejo, а не \"{1}\"",
    "The update hook instead, for a forge that offers no pre-receive.":
      "Вместо него хук update — для сервера, у которого нет pre-receive.",
    "--layout and --update go with --server": "--layout и --update указывают вместе с --server",
    "Says whether the guard is really on here; exit code 0 only when every check holds.":
      "Говорит, действительно ли защита здесь включена; код 0, только если всё в порядке.",
    "Checks and shows the policy.": "Проверяет и показывает политику.",
    "Says whether a policy file is valid, and if not, where.":
      "Говорит, верен ли файл политики, а если нет — где ошибка.",
    "The file (default: the work tree's).": "Файл (по умолчанию из рабочего каталога).",
    "{1} is valid": "{1}: ошибок нет",
    "Prints the policy that judges here, with every default filled in.":
      "Печатает политику, которая действует здесь, со всеми значениями по умолчанию.",
    "# from {1}": "# источник: {1}",
    "Prints the policy file's JSON Schema, for editors.":
      "Печатает JSON Schema файла политики для редакторов.",
    "An editor with a YAML language server takes it from a first line such as\n# yaml-language-server: $schema=policy.schema.json":
      "Редактор с YAML language server берёт её из первой строки такого вида:\n# yaml-language-server: $schema=policy.schema.json",
    "gitflow-guard: warnings count as refusals (--strict)":
      "gitflow-guard: предупреждения считаются отказом (--strict)",
    "All the evidence": "Все доказательства",
    "gitflow-guard: no job summary: {1}": "gitflow-guard: сводка задания не записана: {1}",
    "Where this branch stands in the six steps, what is missing, and what to type next.":
      "На каком из шести шагов эта ветка, чего не хватает и что набрать дальше.",
    "What the remote has is taken as it was last fetched.":
      "Состояние удалённого репозитория — на момент последнего fetch.",
    "Judges a merge request or a pushed range.": "Проверяет merge request или push.",
    "In GitLab CI/CD, GitHub Actions, Gitea and Forgejo Actions the job's variables say what is\njudged; any other CI passes --source, --head and --target (docs/ci.md). Elsewhere, without\noptions, it judges the current branch's merge request into the branch that it is promoted to.\nA merge request that does not exist yet is judged by merging in memory.":
      "В GitLab CI/CD, GitHub Actions, Gitea и Forgejo Actions что проверять, говорят переменные задания; любой другой CI передаёт --source, --head и --target (docs/ci.md). В остальных случаях без параметров проверяется merge request текущей ветки в ту, куда она продвигается. Merge request, которого ещё нет, проверяется слиянием в памяти.",
    "The source: a local branch, else a remote-tracking one, or a commit id.":
      "Исходная ветка: локальная, иначе удалённая, или идентификатор коммита.",
    "The source's commit, where the branch need not be here; a fork's is OWNER:BRANCH.":
      "Коммит исходной ветки, если самой её здесь может не быть; ветка форка — OWNER:BRANCH.",
    "The target: a remote-tracking branch, else a local one.":
      "Целевая ветка: удалённая, иначе локальная.",
    "Judge against this commit of the target instead of its tip.":
      "Сравнивать с этим коммитом целевой ветки, а не с её вершиной.",
    "Judge the move of --ref from OLD to NEW; zeros stand for none.":
      "Проверить перемещение --ref с OLD на NEW; нули значат «нет».",
    "The branch that --range moves.": "Ветка, которую двигает --range.",
    "--range and --ref go without --source, --head, --target and --base":
      "--range и --ref указывают без --source, --head, --target и --base",
    "--ref goes with --range OLD..NEW": "--ref указывают вместе с --range OLD..NEW",
    "--range goes with --ref BRANCH": "--range указывают вместе с --ref BRANCH",
    "Says what verify would say of a merge request from here. Changes nothing.":
      "Говорит, что verify сказал бы о merge request отсюда. Ничего не меняет.",
    "The source (default: the current branch).": "Исходная ветка (по умолчанию текущая).",
    "The target (default: where the source's lane is promoted to).":
      "Целевая ветка (по умолчанию та, куда продвигается исходная).",
    "--format {1} names no file behind the =": "в --format {1} после = нет файла",
    "--format of {1} knows {2}, not \"{3}\"": "--format команды {1} знает {2}, а не \"{3}\"",
    "verify, dry-run and audit": "verify, dry-run и audit",
    "tables": "таблиц",
    "{1} has no {2}, which is for {3}: it gives {4}":
      "у {1} нет {2}: этот формат для {3}; есть {4}",
    "--output has nothing to write: every --format names its file":
      "для --output нечего писать: у каждого --format назван свой файл",
    "--output is for one format, and {1} have no file: use --format FORMAT=FILE": .forms(
      "--output — для одного формата, а без файла {1}: пишите --format FORMAT=FILE",
      "--output — для одного формата, а без файла {1}: пишите --format FORMAT=FILE",
      "--output — для одного формата, а без файла {1}: пишите --format FORMAT=FILE"),
    "{1} can't share standard output: use --format FORMAT=FILE":
      "{1} не могут вместе писать в стандартный вывод: пишите --format FORMAT=FILE",
    "two formats can't share the file {1}": "два формата не могут писать в один файл {1}",
    "cannot write {1}: there is no folder {2}": "не удаётся записать {1}: нет каталога {2}",
    "cannot write {1}: it is a folder": "не удаётся записать {1}: это каталог",
  ]
}
