public import FlowPolicy
import Wording

/// What somebody was doing when the guard was asked; the raw value is the word for it.
public enum Occasion: String, CaseIterable, Hashable, Sendable {
  case merge, commit, rebase, revert, push, branch, audit
  case cherryPick = "cherry-pick"
  case mergeRequest = "merge request"

  /// The word that fits a proposal.
  public init(of proposal: Proposal) {
    switch (proposal.occasion, proposal.pending?.activity) {
    case (.mergeRequest, _): self = .mergeRequest
    case (.push, _), (.receive, _): self = .push
    case (.moved, _): self = .branch
    case (.audit, _): self = .audit
    case (.commit, .merge?): self = .merge
    case (.commit, .rebase?): self = .rebase
    case (.commit, .cherryPick?): self = .cherryPick
    case (.commit, .revert?): self = .revert
    case (.commit, .commit?): self = .commit
    // No commit is pending, so a ref is about to move in the work tree's own repository.
    case (.commit, nil): self = proposal.moves.isEmpty ? .commit : .branch
    }
  }

  /// The beginning of a headline for what was not let through.
  var refused: Phrase {
    switch self {
    case .merge: Phrase("merge refused: ")
    case .commit: Phrase("commit refused: ")
    case .rebase: Phrase("rebase refused: ")
    case .revert: Phrase("revert refused: ")
    case .push: Phrase("push refused: ")
    case .branch: Phrase("branch refused: ")
    case .audit: Phrase("audit refused: ")
    case .cherryPick: Phrase("cherry-pick refused: ")
    case .mergeRequest: Phrase("merge request refused: ")
    }
  }

  /// The beginning of a headline for what could not be judged.
  var undecided: Phrase {
    switch self {
    case .merge: Phrase("merge undecided: ")
    case .commit: Phrase("commit undecided: ")
    case .rebase: Phrase("rebase undecided: ")
    case .revert: Phrase("revert undecided: ")
    case .push: Phrase("push undecided: ")
    case .branch: Phrase("branch undecided: ")
    case .audit: Phrase("audit undecided: ")
    case .cherryPick: Phrase("cherry-pick undecided: ")
    case .mergeRequest: Phrase("merge request undecided: ")
    }
  }
}
