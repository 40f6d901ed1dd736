extension Catalogue {
  /// What commands to paste say beside themselves, and what another policy loosens.
  static let russianRemedies: Part = [
    "git push {1} {2}   # hand it over as an experiment":
      "git push {1} {2}   # передать как эксперимент",
    "# nothing is lost: leave {1} as it is": "# ничего не потеряно: оставьте {1} как есть",
    "keep {1} elsewhere and put a pointer in its place":
      "уберите {1} в хранилище и положите вместо него указатель",
    "generate {1} from {2}": "сгенерируйте {1} из {2}",
    "add {1}": "добавьте {1}",
    "# push without replacements: leave out --mirror, or name the branches":
      "# push без замен: без --mirror или с именами веток",
    "# it has landed: check the result, and waive the finding if it is good":
      "# это уже влито: проверьте результат; если он верен, добавьте waiver",
    "git tag -f {1} {2}   # or another commit of that branch":
      "git tag -f {1} {2}   # или другой коммит этой ветки",
    "# name that repository with git remote add, fetch it, and push to it by its name":
      "# дайте репозиторию имя (git remote add), сделайте fetch и push по этому имени",
    "# mend the text in {1}, line {2}, then:": "# исправьте текст в {1}, строка {2}, затем:",
    "# mend the text in {1}, then:": "# исправьте текст в {1}, затем:",
    "# {1}, then:": "# {1}, затем:",
    "# if your own {1} holds it: git switch {2} && git reset --keep {3}/{4}":
      "# если это есть в вашей {1}: git switch {2} && git reset --keep {3}/{4}",
    "git push -u {1} {2}   # then open the merge request into {3}":
      "git push -u {1} {2}   # затем откройте merge request в {3}",
    "git branch {1}   # keeps what the branch holds now":
      "git branch {1}   # сохраняет то, что в ветке сейчас",
    "# merge your experiment again: git merge --no-ff EXPERIMENT":
      "# влейте эксперимент заново: git merge --no-ff EXPERIMENT",
    "git commit            # on {1}, changes {2}": "git commit            # на {1}, меняет {2}",
    "git commit            # on {1}, adds an entry about {2}":
      "git commit            # на {1}, добавляет запись о {2}",
    "git commit            # on {1}, rewrites an earlier entry":
      "git commit            # на {1}, переписывает прежнюю запись",
    "git merge --no-ff {1}   # into {2}": "git merge --no-ff {1}   # в {2}",
    "git merge --no-ff {1}   # into {2}, and changes {3} by hand":
      "git merge --no-ff {1}   # в {2}, и меняет {3} вручную",
    "git merge {1}   # into {2}": "git merge {1}   # в {2}",
    "git merge --squash {1}   # into {2}": "git merge --squash {1}   # в {2}",
    "git switch --orphan {1}   # and a first commit":
      "git switch --orphan {1}   # и первый коммит",
    "git rm {1}; git commit   # on {2}": "git rm {1}; git commit   # на {2}",
  ]

  static let russianLoosening: Part = [
    "mode: advise": "mode: advise",
    "trust: [messages]": "trust: [messages]",
    "rules: {1}: {2}": "rules: {1}: {2}",
    "lanes: without {1}": "lanes: без {1}",
    "lanes: {1}: {2}": "lanes: {1}: {2}",
    "lanes: in another order": "lanes: в другом порядке",
    "lanes: {1}: {2} (new)": "lanes: {1}: {2} (новый)",
    "promotions: without {1}, which takes everything then":
      "promotions: без {1}, и туда можно всё",
    "promotions: {1}: from {2} too": "promotions: {1}: также из {2}",
    "promotions: {1}: by {2} too": "promotions: {1}: также через {2}",
    "promotions: {1}: no longer requires {2}": "promotions: {1}: больше не требует {2}",
    "waivers: {1} for {2} until {3}": "waivers: {1} для {2} до {3}",
    "baseline: {1}": "baseline: {1}",
    "owners: {1}: {2}": "owners: {1}: {2}",
    "nobody": "никто",
    "any size": "любой размер",
    "tags: without {1}: {2}": "tags: без {1}: {2}",
    "experiments: directory: {1}": "experiments: directory: {1}",
    "experiments: files: {1}": "experiments: files: {1}",
    "experiments: entry: sections: without {1}": "experiments: entry: sections: без {1}",
    "experiments: entry: names-branch: false": "experiments: entry: names-branch: false",
    "experiments: entry: exempt: {1}": "experiments: entry: exempt: {1}",
    "layout: required: without {1}": "layout: required: без {1}",
    "layout: locks: without {1}": "layout: locks: без {1}",
    "file-size: {1}: {2}": "file-size: {1}: {2}",
    "file-size: {1} (new)": "file-size: {1} (новый)",
    " (was {1})": " (было {1})",
  ]
}
