import Guard

// Hooks run at every commit and push: they are told apart before the argument parser is set up.
let words = Array(CommandLine.arguments.dropFirst())
if words.first == "hook" {
  finish(with: HookEntry.run(Array(words.dropFirst())))
} else {
  finish(with: GitflowGuard.run(words))
}
