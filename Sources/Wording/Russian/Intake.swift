/// What a hook or a CI job did not say clearly, and what journals need.
extension Catalogue {
  static let russianIntake: Part = [
    "the event file {1} (GITHUB_EVENT_PATH) can't be read":
      "файл события {1} (GITHUB_EVENT_PATH) не читается",
    "the event file {1} (GITHUB_EVENT_PATH) is no JSON (byte {2})":
      "файл события {1} (GITHUB_EVENT_PATH) — не JSON (байт {2})",
    "the event file (GITHUB_EVENT_PATH) has no {1}": "в файле события (GITHUB_EVENT_PATH) нет {1}",
    "{1} of the event file is no commit id: \"{2}\"":
      "{1} в файле события — не идентификатор коммита: \"{2}\"",
    "{1} is \"{2}\", and the event file says {3}: \"{4}\"":
      "{1} — \"{2}\", а в файле события {3}: \"{4}\"",
    "the event file (GITHUB_EVENT_PATH) has no pull_request":
      "в файле события (GITHUB_EVENT_PATH) нет pull_request",
    "this pull request is merged already": "этот pull request уже влит",
    "# what came of it is judged by the push to {1}:":
      "# то, что получилось, проверяется при отправке в {1}:",
    "merge_group.base_ref of the event file is no branch: \"{1}\"":
      "merge_group.base_ref в файле события — не ветка: \"{1}\"",
    "ref of the event file is no full name: \"{1}\"":
      "ref в файле события — не полное имя: \"{1}\"",
    "both ends of the push are zeros in the event file":
      "в файле события оба конца отправки — нули",
    "# at actions/checkout in the workflow:": "# у actions/checkout в workflow:",
    "# at actions/checkout in the workflow, without filter: and sparse-checkout:":
      "# у actions/checkout в workflow, без filter: и sparse-checkout:",
    "GITHUB_EVENT_NAME is \"{1}\", which moves no branch and asks for no merge":
      "GITHUB_EVENT_NAME — \"{1}\"; это событие не двигает ветки и не просит слияния",
    "# verify judges pull_request, pull_request_target, merge_group and push; else:":
      "# verify проверяет pull_request, pull_request_target, merge_group и push; иначе:",
    "gitflow-guard audit   # the whole history, for a schedule":
      "gitflow-guard audit   # вся история, для запуска по расписанию",
    "{1} is not set": "{1} не задана",
    "# the job's variables have to reach gitflow-guard (docker run hands none on by itself)":
      "# переменные задания должны дойти до gitflow-guard (docker run сам их не передаёт)",
    "{1} is no commit id: \"{2}\"": "{1} — не идентификатор коммита: \"{2}\"",
    "the variables are those of {1} ({2}) and of {3} ({4}) at once":
      "заданы переменные сразу {1} ({2}) и {3} ({4})",
    "this is {1} ({2}), which verify must be told what to judge":
      "это {1} ({2}); здесь verify нужно сказать, что проверять",
    "# for a {1}:": "# для {1}:",
    "# docs/ci.md has the rest": "# остальное — в docs/ci.md",
    "this is a CI job (CI is set) of no provider that is known: none of {1} is set":
      "это задание CI (задана CI), но неизвестно чьё: не задана ни одна из {1}",
    "# docs/ci.md has the variables to pass": "# какие переменные передать, написано в docs/ci.md",
    "# in this job of .gitlab-ci.yml:": "# в этом задании .gitlab-ci.yml:",
    "# in this job of .gitlab-ci.yml, with no --filter in GIT_CLONE_EXTRA_FLAGS and":
      "# в этом задании .gitlab-ci.yml, без --filter в GIT_CLONE_EXTRA_FLAGS и",
    "this pipeline of a merge request into {1} runs in the fork {2}, whose branches and policy are not that project's":
      "этот конвейер merge request в {1} идёт в форке {2}, а его ветки и политика — не этого проекта",
    "# a member of the project runs it there: the request's tab Pipelines, Run pipeline":
      "# участник проекта запускает его там: вкладка Pipelines этого merge request, Run pipeline",
    "CI_MERGE_REQUEST_EVENT_TYPE is \"{1}\", which is none of detached, merged_result and merge_train":
      "CI_MERGE_REQUEST_EVENT_TYPE — \"{1}\", а это ни detached, ни merged_result, ни merge_train",
    "neither CI_MERGE_REQUEST_SOURCE_PROJECT_PATH nor CI_MERGE_REQUEST_SOURCE_PROJECT_ID says whether the source stands in a fork":
      "ни CI_MERGE_REQUEST_SOURCE_PROJECT_PATH, ни CI_MERGE_REQUEST_SOURCE_PROJECT_ID не говорят, в форке ли исходная ветка",
    "CI_MERGE_REQUEST_SOURCE_PROJECT_PATH and CI_MERGE_REQUEST_SOURCE_PROJECT_ID contradict each other on whether the source stands in a fork":
      "CI_MERGE_REQUEST_SOURCE_PROJECT_PATH и CI_MERGE_REQUEST_SOURCE_PROJECT_ID противоречат друг другу в том, в форке ли исходная ветка",
    "CI_COMMIT_BRANCH and CI_COMMIT_TAG are both set":
      "заданы сразу CI_COMMIT_BRANCH и CI_COMMIT_TAG",
    "none of CI_MERGE_REQUEST_IID, CI_COMMIT_BRANCH and CI_COMMIT_TAG is set":
      "не задана ни одна из CI_MERGE_REQUEST_IID, CI_COMMIT_BRANCH и CI_COMMIT_TAG",
    "line {1} of what git said about the push can't be read: \"{2}\"; push branches by their names, one by one":
      "строка {1} того, что git сообщил об отправке, не читается: \"{2}\"; отправляйте ветки по именам, по одной",
    "line {1} of what git said about the push can't be read: \"{2}\"":
      "строка {1} того, что git сообщил об отправке, не читается: \"{2}\"",
    "the update hook sees one ref at a time: a branch of the same push vouches only if it has moved already, and a push may land in part; pre-receive judges a push as a whole":
      "хук update видит по одной ссылке: ветка из той же отправки ручается за другую, только если уже сдвинута, и отправка может пройти частично; pre-receive судит отправку целиком",
    "what {1} says: it has {2} MiB, and journals are read up to {3} MiB; split it into several files":
      "что написано в {1}: в нём {2} MiB, а журналы читаются до {3} MiB; разделите его на несколько файлов",
    "what you expected, and why": "чего вы ожидали и почему",
    "what it was trained and tested on": "на чём обучали и проверяли",
    "what came out": "что получилось",
    "what follows from it": "что из этого следует",
    "to be filled in": "заполните",
  ]
}
