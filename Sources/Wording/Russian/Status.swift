/// Where a branch stands, and the entries of experiments.
extension Catalogue {
  static let russianStatus: Part = [
    "HEAD is detached: no branch would get what you commit here":
      "HEAD не на ветке: ваши коммиты не попадут ни в одну ветку",
    "git switch BRANCH   # or git switch -c BRANCH, which keeps this commit":
      "git switch BRANCH   # или git switch -c BRANCH: сохранит этот коммит",
    "gitflow-guard init   # then commit what it wrote":
      "gitflow-guard init   # потом зафиксируйте, что он записал",
    "{1}: the policy here has no lane that both is protected and takes changes from others, or its branch is not here yet":
      "{1}: в здешней политике нет защищённого класса веток, который принимает изменения от других, или его ветки здесь ещё нет",
    "this is {1}'s branch, and you are {2} ({3})": "это ветка {1}, а вы — {2} ({3})",
    "{1} is protected: it takes merge requests, and no work of your own":
      "{1} защищена: она принимает merge request, а не вашу работу напрямую",
    "git switch -c experiment/NAME   # for a new experiment":
      "git switch -c experiment/NAME   # для нового эксперимента",
    "a merge is under way: git merge --continue, or git merge --abort":
      "идёт слияние: git merge --continue или git merge --abort",
    "a rebase is under way: git rebase --continue, or git rebase --abort":
      "идёт rebase: git rebase --continue или git rebase --abort",
    "a cherry-pick is under way: git cherry-pick --continue, or git cherry-pick --abort":
      "идёт cherry-pick: git cherry-pick --continue или git cherry-pick --abort",
    "a revert is under way: git revert --continue, or git revert --abort":
      "идёт revert: git revert --continue или git revert --abort",
    "a bisection is under way: git bisect reset ends it":
      "идёт bisect: git bisect reset завершит его",
    "{1} is ahead of {2} here: git pull --ff-only": "{1} впереди здешней {2}: git pull --ff-only",
    "{1} and {2} have parted: git pull --no-rebase joins them":
      "{1} и {2} разошлись: git pull --no-rebase соединит их",
    "the newest {1} is in {2}": "{2}: самый новый {1} уже здесь",
    "brought into {1}: {2}": "{1}: влито {2}",
    "to be brought into {1}: {2}": "{1}: нужно влить {2}",
    "described under {1}/": "описано в {1}/",
    "not described yet under {1}/": "ещё не описано в {1}/",
    "{1} is an experiment; you have no intermediate branch yet":
      "{1} — эксперимент; своей промежуточной ветки у вас ещё нет",
    "{1} is an experiment; it goes through {2}": "{1} — эксперимент; его путь: {2}",
    "{1}: what it holds is on {2} already": "{1}: всё из неё уже в {2}",
    "{1} is on its way into {2}": "{1} на пути в {2}",
    "your intermediate branch": "ваша промежуточная ветка",
    "{1}, or the history here is cut off": "{1}, или история здесь обрезана",
    "an experiment was carried out in its own branch": "эксперимент проведён в своей ветке",
    "no experiment has come here yet": "сюда ещё не влит ни один эксперимент",
    "{1} commits": .forms("{1} коммит", "{1} коммита", "{1} коммитов"),
    "{1}: {2} that {3} lacks": "{1}: {2}, которых нет в {3}",
    "{1} has no commit that {2} lacks": "в {1} нет коммитов, которых нет в {2}",
    "nothing yet": "пока ничего",
    "merged into {1}": "влито в {1}",
    "a merge request into {1}": "merge request в {1}",
    "a merge request into {1} would be refused: {2}":
      "merge request в {1} был бы отклонён: {2}",
    "to be pushed, and a merge request into {1} to be opened":
      "нужно отправить и открыть merge request в {1}",
    "pushed: open the merge request into {1}": "отправлено: откройте merge request в {1}",
    "{1} is the end of the way": "{1} — конец пути",
    "{1} has all that {2} has": "в {1} есть всё, что есть в {2}",
    "{1} goes into {2} after its checks, by a merge request":
      "{1} идёт в {2} после проверок, через merge request",
    "git merge --no-ff EXPERIMENT   # the branch of your experiment":
      "git merge --no-ff EXPERIMENT   # ветка вашего эксперимента",
    "# work and commit here; the rest follows":
      "# работайте и делайте коммиты здесь; остальное потом",
    "entry": "запись",
    "branch": "ветка",
    "date": "дата",
    "metrics": "метрики",
    "place": "место",
    "{1} (to be filled in)": "{1} (не заполнено)",
    "(to be filled in)": "(не заполнено)",
    "{1} is not read as a number": "{1} — не читается как число",
    "{1} names no metric": "{1} — не названа метрика",
    "{1} is protected, and nothing new was merged into it: name the branch of the experiment, or go to your own":
      "{1} защищена, и ничего нового в неё не влито: назовите ветку эксперимента или перейдите на свою",
    "there is no commit \"{1}\"": "нет коммита \"{1}\"",
    "no entry is called \"{1}\", is about a branch of that name, or stands at that place":
      "нет записи, которая называется \"{1}\", говорит о такой ветке или стоит в этом месте",
    "name the journal with --file: shared journals are {1}/ with {2}":
      "назовите журнал с --file: общие журналы — это {1}/ с {2}",
    "{1} is none of the shared journals: they stand in {2}/":
      "{1} — не общий журнал: общие журналы лежат в {2}/",
    "a bare repository has no work tree to write to: go to a clone of it":
      "у bare-репозитория нет рабочих файлов: перейдите в его клон",
    "{1} lies outside this work tree": "{1} лежит вне этого рабочего каталога",
    "{1} is a Git LFS pointer: nothing was added to it (git lfs pull)":
      "{1} — указатель Git LFS: в него ничего не добавлено (git lfs pull)",
    "{1} is no UTF-8 text: nothing was added to it":
      "{1} — не текст в UTF-8: в него ничего не добавлено",
    "no entry gives a metric yet": "ни в одной записи ещё нет метрик",
    "no entry gives the metric \"{1}\"": "ни в одной записи нет метрики \"{1}\"",
    "no entry gives the metric \"{1}\"; there are {2}":
      "ни в одной записи нет метрики \"{1}\"; есть {2}",
    "{1}:{2}: {3} is given more than once; the first value is shown":
      "{1}:{2}: {3} указана несколько раз; показано первое значение",
    "no unit": "без единицы",
    "{1}: no best is marked, since the units differ ({2})":
      "{1}: лучшее не отмечено, потому что единицы разные ({2})",
    "{1}: no best is marked; the policy's experiments: metrics: can say whether higher or lower is better":
      "{1}: лучшее не отмечено; в политике, в experiments: metrics:, можно сказать, что лучше — больше или меньше",
    "nothing was written": "ничего не записано",
    "the new entry is kept: {1}": "новая запись сохранена: {1}",
    "what is added to the end of {1} would be no entry of its own: the file ends within a comment or code that nothing closes, or is one entry as a whole; nothing was added (--file names another journal)":
      "добавленное в конец {1} не стало бы отдельной записью: файл кончается внутри незакрытого комментария или кода либо весь является одной записью; ничего не добавлено (--file назовёт другой журнал)",
    "--title goes without a branch": "--title указывают без ветки",
    "--title is one line of text that can be seen": "--title — одна строка видимого текста",
    "--edit knows no editor here, so nothing was written: set core.editor or EDITOR":
      "--edit не знает здесь редактора, поэтому ничего не записано: задайте core.editor или EDITOR",
    "the editor \"{1}\" ended with {2}; {3}": "редактор \"{1}\" завершился с кодом {2}; {3}",
  ]
}
