import Glibc

/// The two clocks: the calendar's for waivers, the monotonic one for how long something took.
public enum Clock {
  /// Seconds since 1970, UTC.
  public static func now() -> Int64 { Int64(time(nil)) }

  /// Seconds since some moment in the past; only differences mean anything.
  public static func monotonic() -> Double {
    var spec = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &spec)
    return Double(spec.tv_sec) + Double(spec.tv_nsec) / 1e9
  }
}
