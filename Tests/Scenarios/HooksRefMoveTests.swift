import GuardTesting
import Testing

/// Ways to move a branch that run no hook at all: the push is where they end.
@Suite struct HooksRefMoveTests {
  @Test(arguments: [
    ["checkout -q develop", "reset -q --hard experiment/resnet"],
    ["branch -f develop experiment/resnet"],
    ["update-ref refs/heads/develop experiment/resnet"],
    ["fetch -q . +experiment/resnet:develop"],
    ["branch -C experiment/resnet develop"],
    ["branch -D develop", "branch -M experiment/resnet develop"],
  ])
  func thePushIsRefused(_ commands: [String]) throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/resnet")
    let work = try anna.id("HEAD")
    for command in commands { try anna.git(command.split(separator: " ").map(String.init)) }
    #expect(try anna.id("refs/heads/develop") == work)
    let before = try team.tip("develop")
    let push = try anna.git("push", "origin", "develop", expecting: nil)
    #expect(push.status != 0)
    #expect(push.refusals.contains("direct-commit"), "\(push)")
    #expect(try team.tip("develop") == before)
  }

  @Test func aPushIntoTheRepositoryItself() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/resnet")
    let before = try anna.id("develop")
    let push = try anna.git("push", ".", "experiment/resnet:develop", expecting: nil)
    #expect(push.status != 0)
    #expect(push.refusals.isSuperset(of: ["branch-flow", "direct-commit"]), "\(push)")
    #expect(try anna.id("develop") == before)
    let free = try anna.git("push", "-q", ".", "experiment/resnet:experiment/copy")
    #expect(free.told == "", "\(free)")
  }

  @Test func aFetchRefspecThatIsUndoneLeavesNothingToRefuse() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/resnet")
    try anna.git("branch", "-f", "develop", "experiment/resnet")
    let push = try anna.git("push", "origin", "develop", expecting: 1)
    let mended = try anna.paste(push.remedy)
    #expect(mended.status == 0, "\(push)\n\(mended)")
    #expect(try anna.id("develop") == anna.id("origin/develop"))
    let again = try anna.git("push", "-q", "origin", "develop")
    #expect(again.told == "", "\(again)")
  }
}
