internal import FlowPolicy
internal import GitModel

/// Starting values for lanes and promotions; `lanes:` and `promotions:` replace them.
enum Preset: String, CaseIterable {
  /// The team's own flow: experiment, intermediate/{owner}, develop, main. The default.
  case mlops
  /// Vincent Driessen's model: features meet on develop; a release or hotfix branch goes into main
  /// and back into develop. Release branches take fixes of their own, but no features; feature
  /// branches are free.
  case gitflow
  /// One shared branch; short topic branches of any name come in by merge, squash or fast-forward,
  /// never by a commit on main itself.
  case trunk

  var lanes: [Lane] {
    switch self {
    case .mlops: Policy().lanes
    case .gitflow:
      [
        Lane(name: "main", pattern: PathPattern("main")),
        Lane(name: "develop", pattern: PathPattern("develop")),
        Lane(name: "feature", pattern: PathPattern("feature/**")),
        Lane(name: "release", pattern: PathPattern("release/**")),
        Lane(name: "hotfix", pattern: PathPattern("hotfix/**")),
      ]
    case .trunk:
      [
        Lane(name: "main", pattern: PathPattern("main")),
        Lane(name: "topic", pattern: PathPattern("**")),
      ]
    }
  }

  var promotions: ShortMap<String, Promotion> {
    switch self {
    case .mlops: Policy().promotions
    case .gitflow:
      [
        "main": Promotion(from: ["release", "hotfix"], by: [.merge]),
        "develop": Promotion(from: ["feature", "release", "hotfix", "main"], by: [.merge]),
        "release": Promotion(
          from: ["develop", "hotfix"], by: [.merge, .fastForward, .commit]),
        "hotfix": Promotion(from: ["main"], by: [.merge, .fastForward, .commit]),
      ]
    case .trunk: ["main": Promotion(from: ["topic"], by: [.merge, .squash, .fastForward])]
    }
  }

  /// The lanes that may come into a lane `main` where there is a lane `develop` too.
  ///
  /// The team's rule is that whatever reaches main was on develop first, where it was checked. So
  /// with both lanes at hand main receives develop and nothing else, whatever other lanes there
  /// are; a lane in between (develop, staging, main) would have to be trusted to carry nothing of
  /// its own, which no promotion can promise. Gitflow is another agreement: there release and
  /// hotfix branches go into main and back into develop, and who writes `preset: gitflow` says so.
  var sourcesOfMain: [String] {
    self == .gitflow ? ["develop", "release", "hotfix"] : ["develop"]
  }
}
