#include "exchange/calendar.h"
#include "imported.h"

/// A calendar file, whose places that are no areas make them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* begin, std::size_t size) {
    backops::tests::Calendar calendar;
    calendar.calendar_options.create = true;
    const std::string text(backops::fuzz::bytes(begin, size));
    backops::fuzz::hold_import(calendar.tree, [&] { return calendar.take(text); });
    return 0;
}
