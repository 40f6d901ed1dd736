extension Catalogue {
  /// The Russian texts, a part for each place that speaks.
  public static let russian = Catalogue([
    russianLists, russianFindings, russianNoEntries, russianRemedies, russianLoosening,
    russianCards,
    russianFurtherCards, russianGit, russianPolicyFile, russianIntake, russianReporting,
    russianHeadlines, russianGuard, russianGuardMore, russianInstallation, russianStatus,
    russianSetup, russianCommands,
    russianParser,
  ])
}

extension Catalogue {
  static let russianLists: Part = [
    "{1} and {2}": "{1} и {2}",
    "{1} or {2}": "{1} или {2}",
  ]
}
