import ArgumentParser

struct GitflowGuard: ParsableCommand {}
GitflowGuard.main()
