import CStart
import Guard

// Hooks run at every commit and push: they are told apart before the argument parser is set up, and
// a push of what the remote has already before anything is.
if guard_is_push_of_nothing() != 0 { finish(with: .allowed) }
let words = Array(CommandLine.arguments.dropFirst())
if words.first == "hook" {
  finish(with: HookEntry.run(Array(words.dropFirst())))
} else {
  finish(with: GitflowGuard.run(words))
}
