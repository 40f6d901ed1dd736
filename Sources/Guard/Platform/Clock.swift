import Glibc

/// The two clocks: the calendar's for days, the monotonic one for how long something took.
public enum Clock {
  /// Seconds since 1970, UTC.
  public static func now() -> Int64 { Int64(time(nil)) }

  /// How far this place's clocks are ahead of UTC, in seconds.
  public static func secondsAheadOfUTC() -> Int64 {
    var moment = time(nil)
    var local = unsafe tm()
    guard unsafe localtime_r(&moment, &local) != nil else { return 0 }
    return Int64(unsafe local.tm_gmtoff)
  }

  /// Seconds since some moment in the past; only differences mean anything.
  public static func monotonic() -> Double {
    var spec = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &spec)
    return Double(spec.tv_sec) + Double(spec.tv_nsec) / 1e9
  }
}
