/// What `init` says, and what it writes into files.
extension Catalogue {
  static let russianSetup: Part = [
    "a bare repository has no work tree: run init in a clone of it":
      "у bare-репозитория нет рабочих файлов: выполните init в его клоне",
    "nothing was written: {1}": "ничего не записано: {1}",
    "# everything but the hooks:": "# всё, кроме хуков:",
    "{1}: would be written": "{1}: будет записан",
    "{1}: written": "{1}: записан",
    "{1}: would be extended": "{1}: будет дополнен",
    "{1}: extended": "{1}: дополнен",
    "{1}: is there already": "{1}: уже есть",
    "the hooks would be installed in {1}": "хуки будут установлены в {1}",
    "git was told to ignore, so that only -f adds: {1}": "git их игнорирует, поэтому нужен -f: {1}",
    "add this to .gitlab-ci.yml, which was there already:":
      "добавьте в .gitlab-ci.yml, который уже был здесь:",
    "next:": "дальше:",
    "  all is there already: nothing was written": "  всё уже есть: ничего не записано",
    "  commit it on your own branch, for a merge request into {1}:":
      "  зафиксируйте в своей ветке, для merge request в {1}:",
    "  commit it:": "  зафиксируйте:",
    "  everybody, in their own clone:": "  каждому, в своём клоне:",
    "  is the guard on here?": "  включена ли проверка здесь?",
    "  for merge requests in CI:": "  для merge request в CI:",
    "init --ci gitlab   # or github, gitea": "init --ci gitlab   # или github, gitea",
    "    gitflow-guard {1}": "    gitflow-guard {1}",
    "The rules of this repository's branches, as gitflow-guard keeps them.\nWhat stands here are the defaults: any line may go. The file counts once it is on develop.\ngitflow-guard policy check   says whether it is valid\ngitflow-guard rules          lists the rules":
      "Правила веток этого репозитория; их соблюдение проверяет gitflow-guard.\nЗдесь стоят значения по умолчанию: любую строку можно убрать.\nФайл действует с того момента, как он попал в develop.\ngitflow-guard policy check   проверяет этот файл\ngitflow-guard rules          перечисляет правила",
    "enforce, or advise: every refusal becomes a warning.":
      "enforce (отказывать) или advise (только предупреждать).",
    "Classes of branches; the first pattern that fits a branch decides.\n* is anything but /, ** also /, {owner} one part: whose branch it is.":
      "Классы веток; решает первый подходящий шаблон.\n* — всё, кроме /, ** — и / тоже, {owner} — одна часть имени: чья это ветка.",
    "What a lane may receive, and how. A lane that is not named here is free.\nfresh: the newest develop was pulled first; entry: the results are described;\nsame-tree: what arrives is exactly what was promoted.":
      "Что и как может попасть в ветку класса. Класс, которого здесь нет, свободен.\nfresh: сначала забран самый новый develop; entry: результаты описаны;\nsame-tree: попадает ровно то, что было в исходной ветке.",
    "Where results are described. sections: fields that each entry fills in, such as\n[Hypothesis, Data, Metrics, Conclusion]; exempt: paths that owe no entry, such as docs/**;\nmetrics: which direction is better, such as f1: higher.":
      "Где описываются результаты. sections: поля, которые заполняет каждая запись, например\n[Гипотеза, Данные, Метрики, Вывод]; exempt: пути, для которых запись не нужна (docs/**);\nmetrics: что лучше — больше или меньше, например f1: higher.",
    "Other severities, such as own-work: error or entry-format: off.":
      "Другая строгость правил, например own-work: error или entry-format: off.",
    "[messages] lets the subjects of merges tell where a change came from.":
      "[messages] — верить заголовкам слияний в том, откуда пришли изменения.",
    "Tags and the lane that they must stand on, such as \"v*\": main.":
      "Теги и класс веток, на котором они должны стоять, например \"v*\": main.",
    "Who each {owner} is, such as anna: [anna@example.org, \"@anna.k\"].":
      "Кто такой {owner}, например anna: [anna@example.org, \"@anna.k\"].",
    "Breaches that were allowed: { rule, commit or branch, reason, by, until: 2026-12-31 }.":
      "Разрешённые нарушения: { rule, commit или branch, reason, by, until: 2026-12-31 }.",
    "This commit and its ancestors are never judged.":
      "Этот коммит и его предки не проверяются никогда.",
    "The language of messages: auto, en or ru.": "Язык сообщений: auto, en или ru.",
    "Paths that must be there, and files that change together with their lock.":
      "Обязательные пути и файлы, которые меняются вместе со своим lock-файлом.",
    "The largest new file for a path, such as \"models/**\": 50MiB.":
      "Наибольший размер нового файла, например \"models/**\": 50MiB.",
    "The team's journal of experiments. Each experiment gets an entry under a heading of its own:\ngitflow-guard experiments new   adds one here with all that is known already.":
      "Общий журнал экспериментов. У каждого эксперимента — запись под своим заголовком:\ngitflow-guard experiments new   добавит её сюда со всем, что уже известно.",
    "gitflow-guard experiments new copies this: {{…}} is filled in, <…> is what the writer says.":
      "Это копирует gitflow-guard experiments new: {{…}} заполняется само, <…> — слова автора.",
    "# Two people's entries are joined and never conflict.":
      "# Записи двух людей складываются и не конфликтуют.",
    "Judges merge requests and pushes by the policy in .gitflow-guard.yml.\nIt needs the whole history: what a short clone can't answer stays undecided.":
      "Проверяет merge request и push по правилам из .gitflow-guard.yml.\nНужна вся история: на что неполный клон не отвечает, то остаётся нерешённым.",
    "The variable GITFLOW_GUARD_IMAGE names an image with git and gitflow-guard.":
      "Переменная GITFLOW_GUARD_IMAGE называет образ, в котором есть git и gitflow-guard.",
    "# The project\n\n- **app** — the program that runs: `app.py`\n- **data** — what models are trained and tested on\n- **models** — trained models and their parameters\n- **notebooks** — notebooks with trials and prototypes\n- **src** — the code\n- **experiments** — what was tried and what came out\n- **config** — settings\n- **tests** — the tests\n- **requirements.in** — libraries that are used; `pip-compile` makes `requirements.txt` of it":
      "# Проект\n\n- **app** — исполняемый файл проекта `app.py`\n- **data** — данные, на которых модели обучают и проверяют\n- **models** — обученные модели и их параметры\n- **notebooks** — блокноты с пробами и прототипами\n- **src** — исходный код\n- **experiments** — что пробовали и что получилось\n- **config** — настройки\n- **tests** — тесты\n- **requirements.in** — нужные библиотеки; `pip-compile` делает из него `requirements.txt`",
    "The program that runs.": "Исполняемый файл проекта.",
    "# The libraries that are used, one a line; pip-compile makes requirements.txt.":
      "# Нужные библиотеки, по одной в строке; pip-compile делает requirements.txt.",
  ]
}
