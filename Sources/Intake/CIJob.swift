public import FlowPolicy
public import GitModel
public import Wording

/// What a CI provider says is to be judged in this job.
public struct CIJob: Hashable, Sendable {
  public enum Task: Hashable, Sendable {
    /// A merge request that is open.
    case request(Request)
    /// Commits that a merge queue made for the target: the branch would move to them.
    case queue(RefMove)
    /// A ref that has moved already.
    case landed(Landing)
  }

  /// A merge request's two ends. Where they part is reckoned from the history, never taken from the
  /// provider: after a change of the target its word is stale.
  public struct Request: Hashable, Sendable {
    public let source: BranchName
    public let head: ObjectID
    /// The owner of the fork that the source stands in; nil for a branch of this repository.
    public let fork: String?
    public let target: BranchName
    /// Whether others are merged first (a merge train).
    public let isQueued: Bool
    /// The ref under which the forge keeps the head, such as `refs/pull/12/head`.
    public let headRef: String?

    public init(
      source: BranchName, head: ObjectID, fork: String? = nil, target: BranchName,
      isQueued: Bool = false, headRef: String? = nil
    ) {
      self.source = source
      self.head = head
      self.fork = fork
      self.target = target
      self.isQueued = isQueued
      self.headRef = headRef
    }
  }

  public struct Landing: Hashable, Sendable {
    public let move: RefMove
    /// Whether the provider knows where the ref stood before: of a pipeline that was started by
    /// hand or by the clock it does not.
    public let knowsBefore: Bool

    public init(_ move: RefMove, knowsBefore: Bool = true) {
      self.move = move
      self.knowsBefore = knowsBefore
    }
  }

  /// The person at the forge, as the provider's variable names them.
  public struct Person: Hashable, Sendable {
    public let login: String
    /// The variable.
    public let origin: String
    /// Whether it certainly is who pushed; else whoever started the job.
    public let isPusher: Bool

    public init(login: String, origin: String, isPusher: Bool) {
      self.login = login
      self.origin = origin
      self.isPusher = isPusher
    }
  }

  public let task: Task
  public var person: Person?
  /// Whose repository it is, as merge subjects name forks; nil where it is unknown.
  public var repositoryOwner: String?
  public var defaultBranch: BranchName?

  public init(
    _ task: Task, person: Person? = nil, repositoryOwner: String? = nil,
    defaultBranch: String? = nil
  ) {
    self.task = task
    self.person = person
    self.repositoryOwner = repositoryOwner
    self.defaultBranch = defaultBranch.map { BranchName($0) }
  }
}

/// Where a CI job runs: its variables, and the file that some of them name.
public struct CISurroundings {
  public let environment: Variables
  /// A file's content; nil where it can't be read.
  public let read: (String) -> [UInt8]?

  public init(_ environment: Variables, read: @escaping (String) -> [UInt8]?) {
    self.environment = environment
    self.read = read
  }

  /// A variable's value; nil where it is unset or empty, since providers do both.
  public subscript(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The same, where a missing value leaves the job unclear.
  public func require(_ name: String) throws(CIUnclear) -> String {
    guard let value = self[name] else {
      throw CIUnclear(
        Phrase("\(name) is not set"),
        remedy: [
          Phrase(
            """
            # the job's variables have to reach gitflow-guard (docker run hands none on by itself)
            """)
        ])
    }
    return value
  }

  /// A variable that holds a full object id.
  public func requireID(_ name: String) throws(CIUnclear) -> ObjectID {
    let text = try require(name)
    guard let id = ObjectID(text) else {
      throw CIUnclear(Phrase("\(name) is no commit id: \"\(Visible.text(text))\""))
    }
    return id
  }
}

/// A job whose surroundings don't say, or say in two ways, what is to be judged. Never taken for
/// "nothing to judge".
public struct CIUnclear: Error, Hashable, Sendable {
  /// What was looked for and not found, or what contradicts what; one clause.
  public let problem: Phrase
  /// Lines that help.
  public let remedy: [Phrase]

  public init(_ problem: Phrase, remedy: [Phrase] = []) {
    self.problem = problem
    self.remedy = remedy
  }
}

/// A CI provider whose jobs can be read. One file each in `Intake/CI/`.
public protocol CIProvider: Sendable {
  /// The name as people know it.
  var name: String { get }
  /// The variables by which it is known, any of them.
  var marks: [String] { get }
  /// What to set for the whole history, as the lines to write.
  var wholeHistory: [Phrase] { get }
  /// What to set for a clone that leaves no objects out.
  var wholeObjects: [Phrase] { get }
  func job(_ surroundings: CISurroundings) throws(CIUnclear) -> CIJob
}

extension CIProvider {
  func isHere(_ environment: Variables) -> Bool {
    marks.contains { CIProviders.isTrue(environment[$0]) }
  }
}
