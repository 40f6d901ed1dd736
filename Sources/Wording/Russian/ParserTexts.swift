/// The argument parser's words.
extension Catalogue {
  static let russianParser: Part = [
    "OVERVIEW: Show subcommand help information.": "ОПИСАНИЕ: Показать справку о команде.",
    "OVERVIEW: {1}": "ОПИСАНИЕ: {1}",
    "USAGE: {1}": "ИСПОЛЬЗОВАНИЕ: {1}",
    "Usage: {1}": "Использование: {1}",
    "ARGUMENTS:": "АРГУМЕНТЫ:",
    "OPTIONS:": "ПАРАМЕТРЫ:",
    "SUBCOMMANDS:": "КОМАНДЫ:",
    "{1}Show help information.": "{1}Показать эту справку.",
    "{1}Show the version.": "{1}Показать версию.",
    "{1}(values: {2}; default: {3}": "{1}(значения: {2}; по умолчанию: {3}",
    "{1}(values: {2}": "{1}(значения: {2}",
    "{1}(default: {2}": "{1}(по умолчанию: {2}",
    "<subcommand>": "<команда>",
    "<subcommands>": "<команды>",
    "<options>": "<параметры>",
    "  See '{1}' for detailed help.": "  Подробная справка: '{1}'.",
    "  See '{1}' for more information.": "  Подробнее: '{1}'.",
    "Help:  {1}": "Справка:  {1}",
    "Error: Unknown option '{1}'. Did you mean '{2}'?":
      "Ошибка: неизвестный параметр '{1}'. Может быть, '{2}'?",
    "Error: Unknown option '{1}'": "Ошибка: неизвестный параметр '{1}'",
    "   or: Missing value for '{1}' in '{2}'": "   или: не хватает значения для '{1}' в '{2}'",
    "Error: Missing value for '{1}'": "Ошибка: не хватает значения для '{1}'",
    "Error: The option '{1}' does not take any value, but '{2}' was specified.":
      "Ошибка: параметр '{1}' не принимает значения, а указано '{2}'.",
    "Error: Unexpected argument '{1}'": "Ошибка: лишний аргумент '{1}'",
    "Error: {1} unexpected arguments: '{2}'": "Ошибка: лишних аргументов {1}: '{2}'",
    "Error: Invalid option: {1}": "Ошибка: неверный параметр: {1}",
    "Error: Missing expected argument '{1}'": "Ошибка: не хватает аргумента '{1}'",
    "Error: Missing one of: '{1}'": "Ошибка: не хватает одного из: '{1}'",
    "Error: The value '{1}' is invalid for '{2}'. Please provide one of {3} or {4}.":
      "Ошибка: значение '{1}' не подходит для '{2}'. Допустимо: {3} или {4}.",
    "Error: The value '{1}' is invalid for '{2}'. Please provide one of {3} and {4}.":
      "Ошибка: значение '{1}' не подходит для '{2}'. Допустимо: {3} или {4}.",
    "Error: The value '{1}' is invalid for '{2}': {3}":
      "Ошибка: значение '{1}' не подходит для '{2}': {3}",
    "Error: The value '{1}' is invalid for '{2}'": "Ошибка: значение '{1}' не подходит для '{2}'",
    "Error: {1}": "Ошибка: {1}",
  ]
}
