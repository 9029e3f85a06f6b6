#pragma once

#include "time/date.h"

namespace backops::time {

/// The days from `first` to `last`, both included; none when `last` is before `first`.
struct DayRange {
    Date first;
    Date last;
};

/// 1900-01-01 to 2999-12-31: all days that can be written.
inline constexpr DayRange always{Date{-25567}, Date{376199}};

}  // namespace backops::time
