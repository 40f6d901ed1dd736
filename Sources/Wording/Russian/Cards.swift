extension Catalogue {
  /// What `explain` and the rule pages say of each rule, A to F.
  static let russianCards: Part = [
    "A protected branch was to be made from a commit that never went the flow's way.":
      "Защищённую ветку хотели начать с коммита, который не прошёл положенного пути.",
    "A branch that is made anew would bring in everything below its tip at once, past every promotion. So develop begins on main, and main on develop.":
      "Новая ветка принесла бы сразу всё, что под её вершиной, мимо всех проверок. Поэтому develop начинают с main, а main — с develop.",
    "Make develop from main, and main from develop.": "Начните develop с main, а main — с develop.",
    "A protected branch was to be deleted.": "Хотели удалить защищённую ветку.",
    "Everybody's work meets on it, and its history is the record of what was promoted.":
      "На ней сходится работа всех, а её история хранит, что и когда было продвинуто.",
    "Delete only experiment branches, and intermediate ones after they have landed.":
      "Удаляйте только ветки экспериментов, а промежуточные — когда они уже влиты.",
    "A branch of a lane came in that the target lane does not take.":
      "Влита ветка такого класса, который целевая ветка не принимает.",
    "Each lane takes changes from the lanes that its promotion lists and from no other, so that every result goes through the checks of each lane on its way.":
      "Каждый класс веток принимает изменения только из тех, что названы в его promotion, чтобы любой результат прошёл проверки на каждом шаге.",
    "Take the change along the way that the message shows, one lane after the other.":
      "Проведите изменение по пути из сообщения, ветка за веткой.",
    "Somebody moved an intermediate branch that belongs to another person.":
      "Кто-то сдвинул промежуточную ветку другого человека.",
    "One's own branch is where one brings things together in peace. A push from somebody else takes its owner by surprise and blurs whose result it is.":
      "На своей ветке спокойно собирают своё. Чужой push застаёт хозяина врасплох, и уже неясно, чей это результат.",
    "Work on your own intermediate branch, or hand the change over as an experiment.":
      "Работайте на своей промежуточной ветке или передайте изменение как эксперимент.",
    "A commit was made on a protected branch itself.": "Коммит сделан прямо на защищённой ветке.",
    "What lands on a protected branch without a promotion was seen by nobody. That holds for cherry-picks, reverts, amended, rebased and squashed commits as well.":
      "Что попало в защищённую ветку мимо положенного пути, того никто не видел. Это верно и для cherry-pick, revert, amend, rebase и squash.",
    "Keep the work on an experiment branch and bring it along the flow's way.":
      "Сохраните работу на ветке эксперимента и проведите её положенным путём.",
    "A new entry lacks a section, leaves one blank, or an experiment comes in that none names.":
      "В новой записи нет раздела или он пуст, либо приходит эксперимент, который не назван ни в одной.",
    "Entries are read side by side in half a year. One without its data or its metrics can't be compared, and one that names no branch can't be traced to the code.":
      "Через полгода записи читают рядом. Без данных или метрик сравнивать нечего, а без имени ветки не найти код.",
    "Fill in what is missing, and name the experiment's branch in the entry.":
      "Заполните недостающее и назовите в записи ветку эксперимента.",
    "An earlier entry in the shared journals is removed or changed.":
      "Удалена или изменена прежняя запись в общих журналах.",
    "A journal whose past can change proves nothing. A result that turned out wrong is worth as much as one that held: who repeats it needs both.":
      "Журнал, прошлое которого меняется, ничего не доказывает. Неудачный результат не менее ценен, чем удачный: тому, кто повторяет, нужны оба.",
    "Put the earlier entry back, and write what has changed into an entry of its own.":
      "Верните прежнюю запись, а что изменилось, опишите в новой.",
    "A merge into develop adds no entry under experiments/.":
      "Слияние в develop не добавляет записи в experiments/.",
    "A result that is not written down is lost: who looks for it in half a year finds code without a hypothesis, data or a conclusion.":
      "Незаписанный результат потерян: через полгода найдут код без гипотезы, данных и вывода.",
    "On the intermediate branch, gitflow-guard experiments new begins an entry; say in it what came out, commit it, then merge.":
      "На промежуточной ветке gitflow-guard experiments new начинает запись; напишите в ней, что вышло, закоммитьте и вливайте.",
    "A file that comes in is larger than its path allows.":
      "Приходит файл больше, чем разрешено для его пути.",
    "Every clone carries a large file for ever, also after it was deleted. Data and models belong where such things are kept, and into the history a pointer to them.":
      "Большой файл навсегда остаётся в каждом клоне, даже удалённый. Данным и моделям место в хранилище, а в истории — указателю на них.",
    "Keep the file elsewhere (Git LFS, DVC, a store of artefacts) and commit a pointer.":
      "Уберите файл в хранилище (Git LFS, DVC, артефакты) и закоммитьте указатель.",
    "A pull made the shared branch the second parent of somebody's own commits.":
      "Из-за pull общая ветка стала вторым родителем чьих-то собственных коммитов.",
    "The first parents of a protected branch are its history of promotions. After such a merge somebody's own commits stand in their place.":
      "Первые родители защищённой ветки — история её продвижений. После такого слияния на их месте стоят чьи-то свои коммиты.",
    "Keep your commits on a branch, set the local branch back, and bring them the flow's way.":
      "Сохраните свои коммиты на ветке, верните локальную ветку назад и проведите их положенным путём.",
  ]

  /// The same, H to Z.
  static let russianFurtherCards: Part = [
    "A protected branch was to be moved to a commit that does not descend from its tip.":
      "Защищённую ветку хотели сдвинуть на коммит, который не потомок её вершины.",
    "What others have built on must not vanish; a rewind or a force-push takes it from them.":
      "То, на чём уже строят другие, не должно исчезать, а откат или force-push отнимает это у них.",
    "Keep your commits on a branch and set your local branch back to the remote's.":
      "Сохраните свои коммиты на ветке и верните локальную ветку к состоянию remote.",
    "A list of requirements changed and its lock did not.":
      "Список зависимостей изменился, а его lock-файл — нет.",
    "The lock is what gets installed. Where only the list has changed, the next machine runs other versions than those that the results were made with.":
      "Ставится то, что в lock-файле. Если изменился только список, на следующей машине будут не те версии, с которыми получены результаты.",
    "Generate the lock anew (for pip-tools: pip-compile) and commit both.":
      "Сгенерируйте lock-файл заново (в pip-tools: pip-compile) и закоммитьте оба.",
    "A new branch or tag looks like a protected branch, or just misses a lane.":
      "Новая ветка или тег похожи на защищённую ветку или чуть-чуть не попали в класс.",
    "What is named Develop, or develop with a Cyrillic letter, or refs/heads/develop below refs/heads/, is a free branch to git and to the flow, and somebody will push to it, or merge it, for the real one. A branch that misses its lane by a letter is judged as an experiment.":
      "Develop, develop с кириллической буквой или refs/heads/develop внутри refs/heads/ — для git и правил свободная ветка, и кто-нибудь примет её за настоящую. Ветку, которая промахнулась мимо своего класса на букву, судят как эксперимент.",
    "Give it another name, or the one that was meant.":
      "Дайте другое имя — или то, что имелось в виду.",
    "A merge on a protected branch holds something that merging its parents does not give.":
      "В слиянии на защищённой ветке есть то, чего не даёт слияние его родителей.",
    "What is slipped into a merge commit belongs to no branch, was in no merge request and is shown by no ordinary diff. `-s ours` and `-X` throw work away in the same silence.":
      "Что подложено в коммит слияния, не принадлежит ни одной ветке, не было в merge request и не видно в обычном diff. `-s ours` и `-X` так же молча выбрасывают работу.",
    "Merge again without a change by hand; make the change on a branch of its own.":
      "Влейте заново без ручных правок; правку сделайте на отдельной ветке.",
    "A change came into a protected branch by a squash, a fast-forward or an octopus.":
      "Изменение попало в защищённую ветку через squash, fast-forward или слияние-осьминог.",
    "A squash cuts the tie to the branch it came from, a fast-forward leaves no trace of the promotion, and an octopus mixes several. Who looks later can't see what was promoted.":
      "Squash рвёт связь с веткой, fast-forward не оставляет следа, а осьминог смешивает несколько. Потом не увидеть, что именно продвинули.",
    "Merge one branch at a time with `git merge --no-ff`, or let the merge request do it.":
      "Вливайте по одной ветке через `git merge --no-ff` или через merge request.",
    "A commit on an intermediate branch holds work that no experiment branch has.":
      "В коммите на промежуточной ветке есть работа, которой нет ни в одной ветке эксперимента.",
    "Work that appears only on the intermediate branch belongs to no experiment, so nobody can repeat it or say what it was for. An experiment renamed to look like one shows here.":
      "Работа, которая есть только на промежуточной ветке, не относится ни к какому эксперименту: её не повторить и не понять, зачем она. Здесь виден и эксперимент, переименованный в промежуточную ветку.",
    "Give the work an experiment branch of its own.": "Дайте этой работе свою ветку эксперимента.",
    "The proposal changes the policy file, or leaves it invalid.":
      "Изменение меняет файл политики или делает его неверным.",
    "The policy of the trusted side judges, so a change can't loosen its own judgement; but it will judge everything that comes later, and whoever reviews it should know.":
      "Судит политика доверенной стороны, поэтому изменение не смягчит суд над собой; но всё следующее будут судить уже по нему, и рецензент должен это знать.",
    "Look at the change; `gitflow-guard policy check` says whether the file is valid.":
      "Посмотрите изменение; верен ли файл, скажет `gitflow-guard policy check`.",
    "After the promotion main would hold something that develop lacks.":
      "После продвижения в main окажется то, чего нет в develop.",
    "What was checked on develop must be what runs from main. A change that only main carries was never part of that check and comes back at each promotion.":
      "Из main должно работать то, что проверено на develop. Изменение, которое есть только в main, не проверялось и всплывает при каждом продвижении.",
    "Bring what main carries into develop along the flow's way, then promote again.":
      "Проведите в develop положенным путём то, что есть в main, и продвиньте снова.",
    "A path that the layout requires is missing from a protected branch.":
      "В защищённой ветке нет пути, который требует layout.",
    "Everybody, and every script, finds data, models and code where the team agreed to keep them. A file that got lost in a merge is noticed when it lands, not when it is needed.":
      "И люди, и скрипты находят данные, модели и код там, где договорились. Файл, потерянный при слиянии, заметят сразу, а не когда он понадобится.",
    "Put the path back on your own branch and open the merge request again.":
      "Верните этот путь на своей ветке и откройте merge request снова.",
    "The newest develop was not pulled into the branch before it was merged.":
      "Перед слиянием в ветку не забрали самый новый develop.",
    "What is merged must have been tried together with the newest develop; otherwise two good results can make a broken one that nobody ran.":
      "То, что вливают, должно быть проверено вместе с самым новым develop: иначе два хороших результата дадут сломанный, который никто не запускал.",
    "Pull develop into the intermediate branch, look at the result, then merge.":
      "Заберите develop в промежуточную ветку, посмотрите на результат и вливайте.",
    "A tag was to be put on a commit that is not on its lane's branch.":
      "Тег хотели поставить на коммит, которого нет на ветке его класса.",
    "Who deploys a tag takes it for granted that what it names went the whole way. A tag on an experiment, or on a commit that a merge brought along, was never checked as it stands.":
      "Кто разворачивает тег, уверен, что коммит прошёл весь путь. Тег на эксперименте или на коммите, пришедшем со слиянием, в таком виде никто не проверял.",
    "Put the tag on a commit of the branch itself, after the change has landed there.":
      "Поставьте тег на коммит самой ветки, когда изменение уже в ней.",
    "A commit came into a protected branch, and no branch shows where it came from.":
      "Коммит попал в защищённую ветку, и ни одна ветка не показывает, откуда.",
    "A merge message may say anything. The flow trusts only what the history proves: a branch that has the commit as its tip or on its first-parent chain.":
      "В сообщении слияния можно написать что угодно. Верят только тому, что доказывает история: ветке, у которой этот коммит — вершина или стоит на цепочке первых родителей.",
    "Give the commit its branch back, or bring the work along the flow's way.":
      "Верните коммиту его ветку или проведите работу положенным путём.",
    "Something came into a protected branch that has no common ancestor with it.":
      "В защищённую ветку попало то, что не имеет с ней общего предка.",
    "Without a common ancestor nothing can be compared: every file counts as new on both sides.":
      "Без общего предка сравнивать нечего: каждый файл нов для обеих сторон.",
    "Start a branch from develop and bring the files there as an experiment.":
      "Начните ветку от develop и принесите файлы туда как эксперимент.",
  ]
}
