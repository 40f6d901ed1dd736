/// What was wrong, in a headline.
extension Catalogue {
  static let russianHeadlines: Part = [
    "what comes in": "то, что приходит,",
    "{1} may not go into {2}": "{1} нельзя вливать в {2}",
    "{1} may not come along on the way into {2}": "{1} не должно попасть по пути в {2}",
    "no branch vouches for what goes into {1}": "ни одна ветка не ручается за то, что идёт в {1}",
    "{1} takes no direct commits": "{1} не принимает прямых коммитов",
    "{1} may not go into {2} this way": "{1} нельзя вливать в {2} таким способом",
    "{1} lacks the newest {2}": "{1} без самого нового {2}",
    "{1} was merged into another line as if it were a side branch":
      "{1} влита в другую линию, как будто она — боковая ветка",
    "a merge into {1} holds more than merging gives":
      "в слиянии в {1} есть то, чего слияние не даёт",
    "its source": "в её источнике",
    "{1} would hold something that {2} lacks": "в {1} оказалось бы то, чего нет: {2}",
    "the history of {1} may not be rewritten": "историю {1} нельзя переписывать",
    "{1} may not be deleted": "{1} нельзя удалять",
    "{1} may not be made from this commit": "{1} нельзя создать от этого коммита",
    "{1} shares no history with {2}": "{1} не имеет общей истории с {2}",
    "{1} belongs to somebody else": "{1} — чужая ветка",
    "work comes into {1} that stands in no experiment branch":
      "в {1} попадает работа, которой нет ни в одной ветке эксперимента",
    "what goes into {1} adds no entry to the journals":
      "то, что идёт в {1}, не добавляет записи в журналы",
    "a journal entry on {1} is incomplete": "запись журнала на {1} неполная",
    "an earlier journal entry on {1} was changed": "прежняя запись журнала на {1} изменена",
    "the policy file on {1} was changed": "файл политики на {1} изменён",
    "the name {1} can be taken for another": "имя {1} легко принять за другое",
    "{1} points to a commit off its lane": "{1} указывает на коммит не из своего класса веток",
    "{1} lacks a required path": "на {1} не хватает обязательного пути",
    "a lock file on {1} was not renewed": "файл фиксации версий на {1} не обновлён",
    "a file on {1} is too large": "файл на {1} слишком большой",
  ]
}
