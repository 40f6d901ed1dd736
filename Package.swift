// swift-tools-version: 6.2
import PackageDescription

// The hook path must start in a millisecond or two, so everything is linked statically and
// libgit2's network code is left out (docs/decisions/0002). GUARD_DYNAMIC=1 builds the ordinary
// dynamic way for other systems and libgit2 versions.
let dynamic = Context.environment["GUARD_DYNAMIC"] != nil

let libgit2Linking: [LinkerSetting] =
  dynamic
  ? [.linkedLibrary("git2")]
  : [":libgit2.a", ":libhttp_parser.a", ":libmbedcrypto.a", ":libpcre2-8.a", ":libz.a"]
    .map { .linkedLibrary($0) }
let yamlLinking: [LinkerSetting] = [.linkedLibrary(dynamic ? "yaml" : ":libyaml.a")]
let markdownLinking: [LinkerSetting] =
  dynamic
  ? [.linkedLibrary("cmark-gfm-extensions"), .linkedLibrary("cmark-gfm")]
  : [":libcmark-gfm-extensions.a", ":libcmark-gfm.a"].map { .linkedLibrary($0) }

/// What Sources/CStartup says and does in place of the runtimes.
let startup = [
  "swift_copyAuxiliaryExecutablePath", "_swift_stdlib_getUnsafeArgvArgc", "fopen", "sysconf",
  "malloc", "free", "calloc", "realloc", "malloc_usable_size", "pthread_mutex_lock",
  "pthread_mutex_unlock", "_dl_get_origin",
].map { "--wrap=\($0)" }

/// One thread runs, so references are counted without atomic operations (docs/decisions/0018).
let counting = [
  "retain", "release", "retain_n", "release_n", "bridgeObjectRetain", "bridgeObjectRelease",
  "bridgeObjectRetain_n", "bridgeObjectRelease_n",
].flatMap { ["--wrap=swift_\($0)", "--defsym=__wrap_swift_\($0)=swift_nonatomic_\($0)"] }

/// What a hook touches lies together, which spares it a third of the page faults
/// (docs/decisions/0018). `make hook-order` writes the file.
let order = [
  "--symbol-ordering-file=\(Context.packageDirectory)/Sources/CStartup/hook.order",
  "--no-warn-symbol-ordering", "--no-rosegment",
]

let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "gitflow-guard",
  products: [.executable(name: "gitflow-guard", targets: ["gitflow-guard"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(
      name: "CLibgit2",
      exclude: dynamic ? ["netstub.c"] : [],
      cSettings: dynamic ? [] : [.define("GUARD_STATIC_LIBGIT2")],
      linkerSettings: libgit2Linking),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CMarkdown",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),

    .systemLibrary(name: "CProcess"),
    .target(
      name: "CStartup",
      exclude: ["hook.order"] + (dynamic ? ["startup.c", "smallblocks.c"] : [])),

    .target(name: "Wording", swiftSettings: house),
    .target(name: "GitModel", swiftSettings: house),
    .target(
      name: "Git", dependencies: ["GitModel", "Wording", "CLibgit2"], swiftSettings: house),
    .target(name: "FlowPolicy", dependencies: ["GitModel", "Wording"], swiftSettings: house),
    .target(
      name: "YAML", dependencies: ["CYAML", "Wording"], swiftSettings: house,
      linkerSettings: yamlLinking),
    .target(
      name: "PolicyFile", dependencies: ["FlowPolicy", "GitModel", "Wording", "YAML"],
      swiftSettings: house),
    .target(
      name: "Journal", dependencies: ["FlowPolicy", "GitModel", "Wording", "YAML", "CMarkdown"],
      swiftSettings: house, linkerSettings: markdownLinking),
    .target(
      name: "Intake", dependencies: ["FlowPolicy", "GitModel", "Wording"], swiftSettings: house),
    .target(
      name: "Reporting", dependencies: ["FlowPolicy", "GitModel", "Wording"],
      swiftSettings: house),
    .target(
      name: "Guard",
      dependencies: [
        "GitModel", "Git", "FlowPolicy", "PolicyFile", "Journal", "Intake", "Reporting",
        "Wording", "CProcess",
      ],
      swiftSettings: house),
    .executableTarget(
      name: "gitflow-guard",
      dependencies: [
        "Guard", "FlowPolicy", "GitModel", "Journal", "Reporting", "Wording", "CStartup",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house
        + (dynamic ? [] : [.unsafeFlags(["-static-stdlib"], .when(platforms: [.linux]))]),
      linkerSettings: dynamic
        ? []
        : [
          .unsafeFlags(
            ["-static-executable", "-use-ld=lld"]
              + (startup + counting + order).flatMap { ["-Xlinker", $0] },
            .when(platforms: [.linux])),
          .linkedLibrary("_FoundationCShims"), .linkedLibrary("_FoundationCollections"),
          .linkedLibrary("swiftSynchronization"),
        ]),

    .target(
      name: "GuardTesting",
      dependencies: ["GitModel", "FlowPolicy", "Journal", "PolicyFile", "Wording"],
      swiftSettings: house),
    .testTarget(
      name: "WordingTests", dependencies: ["Wording", "GuardTesting"], swiftSettings: house),
    .testTarget(
      name: "GitModelTests", dependencies: ["GitModel", "GuardTesting"], swiftSettings: house),
    .testTarget(
      name: "GitTests", dependencies: ["Git", "GitModel", "GuardTesting", "Wording"],
      swiftSettings: house),
    .testTarget(
      name: "FlowPolicyTests",
      dependencies: ["FlowPolicy", "GitModel", "PolicyFile", "GuardTesting", "Wording"],
      swiftSettings: house),
    .testTarget(
      name: "PolicyFileTests",
      dependencies: ["PolicyFile", "FlowPolicy", "GuardTesting", "Wording"],
      swiftSettings: house),
    .testTarget(
      name: "JournalTests", dependencies: ["Journal", "GitModel", "GuardTesting", "Wording"],
      swiftSettings: house),
    .testTarget(
      name: "IntakeTests",
      dependencies: ["Intake", "GitModel", "FlowPolicy", "GuardTesting", "Wording"],
      swiftSettings: house),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Reporting", "FlowPolicy", "GitModel", "GuardTesting", "Wording"],
      swiftSettings: house),
    .testTarget(
      name: "GuardTests",
      dependencies: [
        "Guard", "Git", "GitModel", "FlowPolicy", "Intake", "PolicyFile", "Reporting",
        "GuardTesting", "Wording",
      ],
      swiftSettings: house),
    .testTarget(
      name: "Scenarios", dependencies: ["GuardTesting", "Intake", "Wording"], swiftSettings: house),
    .testTarget(
      name: "HouseTests", dependencies: ["GuardTesting", "Wording"], swiftSettings: house),
  ]
)

// `scripts/fuzz` alone builds these: an ordinary build knows no fuzzer.
if Context.environment["GUARD_FUZZ"] != nil {
  func fuzzer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
      name: "fuzz-" + name, dependencies: dependencies, path: "Fuzzing/" + name,
      exclude: ["seeds"], swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  }
  package.targets += [
    fuzzer("journal", ["Journal", "FlowPolicy", "GitModel"]),
    fuzzer("commit-graph", ["Git", "GitModel", "Wording"]),
  ]
}

// `make bench` alone builds this: one question to the reader of repositories, to be timed beside
// git's command for it.
if Context.environment["GUARD_BENCH"] != nil {
  package.targets.append(
    .executableTarget(
      name: "bench-probe", dependencies: ["Git", "GitModel"], path: "Benchmarks/probe",
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]
        + (dynamic ? [] : [.unsafeFlags(["-static-stdlib"], .when(platforms: [.linux]))]),
      linkerSettings: dynamic
        ? [] : [.unsafeFlags(["-static-executable"], .when(platforms: [.linux]))]))
}
