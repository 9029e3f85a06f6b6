#include "cmd/importing.h"
#include "cmd/values.h"
#include "cmd/writing.h"
#include "event/values.h"
#include "exchange/ics_import.h"
#include "text/failure.h"

namespace backops::cmd {
namespace {

std::vector<std::pair<std::string, std::string>> said_zones(const Arguments& arguments) {
    auto zones = pairs_of(arguments, "--zone", "NAME=ZONE", "\"Our time=Europe/Berlin\"");
    // A name may have a `=` of its own; no zone has.
    for (auto& [name, zone] : zones)
        if (const std::size_t equals = zone.rfind('='); equals != std::string::npos) {
            name += "=" + zone.substr(0, equals);
            zone.erase(0, equals + 1);
        }
    constexpr event::Field field{.key = "--zone", .type = event::Type::zone};
    for (const auto& [name, zone] : zones)
        if (const auto wrong = event::wrong_value(field, field.key, zone))
            throw text::Failure(wrong->message, wrong->hints, text::wrong_usage);
    return zones;
}

int import_ics(Session& session, const Arguments& arguments) {
    const exchange::CalendarOptions options{said_zones(arguments), arguments.has("--create")};
    return import_file(session, arguments, "event",
                       [&](auto& directory, auto& intake, auto& drafts, std::string file, std::string text) {
                           return exchange::import_ics(directory, intake, drafts, std::move(file), std::move(text),
                                                       options);
                       });
}

}  // namespace

Verb import_ics_verb() {
    std::vector<Option> options{{"--zone", "NAME=ZONE", "the IANA zone that a time zone of the file is", true},
                                {"--create", "", "make areas of places that are none"}};
    for (const Option& option : checked_write_options()) options.push_back(option);
    return {"ics",
            "Adds and updates activities from a calendar, as iCalendar\n\n"
            "An event is the activity of its UID. What the calendar does not say stays as it is.",
            {value::file, 1, 1},
            std::move(options),
            import_ics};
}

}  // namespace backops::cmd
