import Foundation

/// Holds reports against validators that nobody here wrote (scripts/validators).
public enum OutsideValidators {
  /// What `Tests/Validators/validate.py` says of the files in a folder: status 0 where all of
  /// them are valid. Where the validators can't be set up, the outcome is a failure as well.
  public static func check(_ folder: ScratchFolder, below path: String) throws -> ScratchOutcome {
    // Their set-up needs the machine's own settings: how PyPI is reached.
    let own = ProcessInfo.processInfo.environment
    let setup = try folder.run(CITools.root + "scripts/validators", [], environment: own)
    guard setup.status == 0 else { return setup }
    return try folder.run(
      setup.text, [CITools.root + "Tests/Validators/validate.py", path],
      environment: ["PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"])
  }
}
