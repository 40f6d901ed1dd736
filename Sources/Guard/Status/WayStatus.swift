import FlowPolicy
import Git
import GitModel
import Reporting
import Wording

/// The six steps, for one intermediate branch and what is to go through it.
struct WayStatus {
  let inquiry: StatusInquiry
  let way: FlowWay
  /// The intermediate branch; nil where there is none yet.
  let own: Branch?
  /// The branch of the experiment that the person stands on; nil on the intermediate branch.
  let experiment: Branch?

  private var session: Session { inquiry.session }
  private var target: BranchName { way.target.name }

  init(_ inquiry: StatusInquiry, _ way: FlowWay, own: Branch?, experiment: Branch?) {
    self.inquiry = inquiry
    self.way = way
    self.own = own
    self.experiment = experiment
  }

  func status(of current: Branch) throws(Failure) -> BranchStatus {
    var status = BranchStatus(place: .empty)
    let brought = try self.brought()
    let isFresh =
      try own.map { own throws(Failure) in
        try inquiry.holds(own.tip, way.target.tip)
      } ?? false
    let work = try experimentStep(brought)
    let isBrought = try bringing(brought)
    let isDescribed = described()
    let landed =
      try own.map { own throws(Failure) in
        try inquiry.holds(way.target.tip, own.tip) == true && own.tip != way.target.tip
      } ?? false
    let request =
      landed
      ? Request.landed
      : try self.request(
        isReady: isFresh == true && isBrought.done == true && isDescribed == true)
    status.place = place(current, landed)
    status.steps = [
      work,
      step(
        2, isFresh, Phrase("the newest \(target) is in \(ownName)"),
        Phrase("\(ownName) lacks the newest \(target)")),
      step(
        3, isBrought.done, Phrase("brought into \(ownName): \(isBrought.names)"),
        Phrase("to be brought into \(ownName): \(isBrought.names)")),
      step(
        4, isDescribed, Phrase("described under \(inquiry.policy.experiments.directory)/"),
        Phrase("not described yet under \(inquiry.policy.experiments.directory)/")),
      request.step(into: target),
      promotion,
    ]
    if landed == false {
      status.next = next(
        hasWork: work.state == .done, isFresh: isFresh,
        bring: isBrought.done == true ? [] : isBrought.open, isDescribed: isDescribed, request)
    }
    return status
  }

  private func place(_ current: Branch, _ landed: Bool) -> Phrase {
    guard experiment == nil else {
      return own == nil
        ? Phrase("\(current.name) is an experiment; you have no intermediate branch yet")
        : Phrase("\(current.name) is an experiment; it goes through \(ownName)")
    }
    return landed
      ? Phrase("\(current.name): what it holds is on \(target) already")
      : Phrase("\(current.name) is on its way into \(target)")
  }

  private var ownName: Phrase {
    own.map { Phrase(verbatim: $0.name.description) } ?? Phrase("your intermediate branch")
  }

  private func step(
    _ number: Int, _ isDone: Bool?, _ done: Phrase, _ missing: Phrase
  ) -> BranchStatus.Step {
    switch isDone {
    case true?: .init(number: number, state: .done, words: done)
    case false?: .init(number: number, state: .missing, words: missing)
    case nil:
      .init(
        number: number, state: .unknown, words: Phrase("\(missing), or the history here is cut off")
      )
    }
  }

  // MARK: - What was found

  /// The heads that were merged into the intermediate branch and that the target lacks.
  private func brought() throws(Failure) -> [(name: BranchName?, head: ObjectID)] {
    guard let own else { return [] }
    return try session.reading { () throws(GitError) in
      var found: [(name: BranchName?, head: ObjectID)] = []
      let chain = try session.repository.firstParents(from: [own.tip], notIn: [way.target.tip])[0]
      for id in chain {
        for head in try session.repository.commit(id).parents.dropFirst() {
          if try session.repository.isAncestor(head, of: way.target.tip) { continue }
          let named = inquiry.branches.first { branch in
            branch.tip == head && inquiry.policy.match(branch.name)?.lane != way.entrance
          }
          found.append((named?.name, head))
        }
      }
      return found
    }
  }

  private func experimentStep(
    _ brought: [(name: BranchName?, head: ObjectID)]
  ) throws(Failure) -> BranchStatus.Step {
    guard let experiment else {
      return step(
        1, brought.isEmpty == false, Phrase("an experiment was carried out in its own branch"),
        Phrase("no experiment has come here yet"))
    }
    let count = try session.reading { () throws(GitError) in
      try session.repository.firstParents(from: [experiment.tip], notIn: [way.target.tip])[0].count
    }
    let words = Phrase(counting: count, one: "\(count) commit", other: "\(count) commits")
    return step(
      1, count > 0, Phrase("\(experiment.name): \(words) that \(target) lacks"),
      Phrase("\(experiment.name) has no commit that \(target) lacks"))
  }

  /// Whether everything was brought that is known of, and what was not.
  private func bringing(
    _ brought: [(name: BranchName?, head: ObjectID)]
  ) throws(Failure) -> (done: Bool?, names: Phrase, open: [Branch]) {
    if let experiment {
      guard let own else { return (false, Phrase(verbatim: "\(experiment.name)"), [experiment]) }
      let isHeld = try inquiry.holds(own.tip, experiment.tip)
      return (isHeld, Phrase(verbatim: "\(experiment.name)"), isHeld == true ? [] : [experiment])
    }
    // An experiment that went on after it was brought.
    var open: [Branch] = []
    for branch in inquiry.branches where branch.remote == nil {
      guard
        inquiry.policy.match(branch.name).map({ inquiry.policy.promotions[$0.lane.name] == nil })
          ?? false
      else { continue }
      for (_, head) in brought where branch.tip != head {
        if try inquiry.holds(branch.tip, head) == true,
          let own, try inquiry.holds(own.tip, branch.tip) == false
        {
          open.append(branch)
          break
        }
      }
    }
    if open.isEmpty == false {
      return (false, Phrase(verbatim: open.map(\.name.description).joined(separator: ", ")), open)
    }
    let names = brought.map { $0.name?.description ?? $0.head.short }
    return (
      brought.isEmpty == false,
      names.isEmpty ? Phrase("nothing yet") : Phrase(verbatim: names.joined(separator: ", ")), []
    )
  }

  /// Whether the intermediate branch adds an entry to what the target has; nil where that can't be
  /// read.
  private func described() -> Bool? {
    guard way.promotion.requires.contains(.entry) else { return true }
    guard let own else { return false }
    do throws(EvidenceGap) {
      let before = try inquiry.facts.commit(way.target.tip).tree
      let after = try inquiry.facts.commit(own.tip).tree
      return try inquiry.facts.journalChange(
        from: before, to: after, experiments: inquiry.policy.experiments
      ).added.isEmpty == false
    } catch {
      return nil
    }
  }

  // MARK: - Steps that others do

  /// How far the merge request into the target is.
  private enum Request {
    case landed
    /// Something else comes first.
    case waiting
    /// The flow would say no, for these reasons.
    case refused([Phrase])
    case toBePushed
    case toBeOpened

    func step(into target: BranchName) -> BranchStatus.Step {
      switch self {
      case .landed: .init(number: 5, state: .done, words: Phrase("merged into \(target)"))
      case .waiting:
        .init(number: 5, state: .waiting, words: Phrase("a merge request into \(target)"))
      case .refused(let causes):
        .init(
          number: 5, state: .missing,
          words: Phrase(
            "a merge request into \(target) would be refused: \(causes.joined(separator: "; "))"))
      case .toBePushed:
        .init(
          number: 5, state: .missing,
          words: Phrase("to be pushed, and a merge request into \(target) to be opened"))
      case .toBeOpened:
        .init(
          number: 5, state: .missing, words: Phrase("pushed: open the merge request into \(target)")
        )
      }
    }
  }

  private func request(isReady: Bool) throws(Failure) -> Request {
    guard isReady, let own else { return .waiting }
    // What the flow itself would say of it.
    let drafted = try MergeRequest(
      source: "refs/heads/\(own.name)", target: "\(target)", options: ("--from", "--into")
    ).draft(in: session)
    let report = try session.report(drafted, command: "status")
    let causes = report.judgement.findings.filter { $0.severity == .error && $0.waivedBy == nil }
    guard causes.isEmpty else {
      return .refused(causes.prefix(3).map { Phrase("\($0.rule.rawValue): \($0.message)") })
    }
    let isPushed =
      session.remote == nil
      || inquiry.branches.contains {
        $0.remote == session.remote && $0.name == own.name && $0.tip == own.tip
      }
    return isPushed ? .toBeOpened : .toBePushed
  }

  /// From develop into main.
  var promotion: BranchStatus.Step {
    guard let top = way.top else {
      return .init(number: 6, state: .waiting, words: Phrase("\(target) is the end of the way"))
    }
    let isPromoted = try? inquiry.holds(top.tip, way.target.tip)
    return .init(
      number: 6, state: isPromoted == true ? .done : .waiting,
      words: isPromoted == true
        ? Phrase("\(top.name) has all that \(target) has")
        : Phrase("\(target) goes into \(top.name) after its checks, by a merge request"))
  }

  // MARK: - What to type

  private func next(
    hasWork: Bool, isFresh: Bool?, bring: [Branch], isDescribed: Bool?, _ request: Request
  ) -> [Phrase] {
    guard hasWork else {
      return experiment == nil
        ? [Phrase("git merge --no-ff EXPERIMENT   # the branch of your experiment")]
        : [Phrase("# work and commit here; the rest follows")]
    }
    let origin = session.remote.map { "\($0)/" } ?? ""
    let start = ShellWord.quote(BranchName("\(origin)\(target)")) ?? "HEAD"
    var lines: [String] = []
    let name: String
    if let own {
      name = ShellWord.revision(own.name, own.tip)
      if experiment != nil { lines.append("git switch \(name)") }
    } else {
      let owner = session.actor(inquiry.policy)?.owner ?? "NAME"
      name =
        way.entrance.pattern.filled(owner: owner).flatMap { ShellWord.quote(BranchName($0)) }
        ?? "BRANCH"
      lines.append("git switch --no-track -c \(name) \(start)")
    }
    if own != nil, isFresh != true {
      lines.append(
        session.remote.map { "git pull --no-rebase \($0) \(target)" } ?? "git merge \(start)")
    }
    for branch in bring {
      lines.append("git merge --no-ff \(ShellWord.revision(branch.name, branch.tip))")
    }
    if isDescribed != true {
      let folder = ShellWord.quote(inquiry.policy.experiments.directory) ?? "experiments"
      lines += [
        "gitflow-guard experiments new --edit",
        "git add \(folder) && git commit -m 'Describe the results'",
      ]
    }
    if case .refused = request { lines.append("gitflow-guard dry-run") }
    if case .toBeOpened = request { return lines.verbatim }
    if let remote = session.remote {
      return lines.verbatim + [
        Phrase("git push -u \(remote) \(name)   # then open the merge request into \(target)")
      ]
    }
    return lines.verbatim
  }
}
