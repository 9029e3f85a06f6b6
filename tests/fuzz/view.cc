#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "cmd/nouns.h"
#include "cmd/selection_options.h"
#include "event/load.h"
#include "event/opened.h"
#include "event/read.h"
#include "printed.h"
#include "schedule/selection.h"

using namespace backops;
using namespace backops::event;
using backops::event::tests::Files;
using backops::event::tests::Opened;
using backops::event::tests::summer_sound;

namespace {

const Files& small_event() {
    static const Files all = summer_sound(
        {{"activities/secret.yaml",
          "name: Secret\nstart: 2026-06-12T19:00\nduration: 1h\nvisibility: private\n"
          "areas: [foh]\nparticipants: {required: [noor]}\ntags: [vip]\n"},
         {"activities/maybe.yaml",
          "name: Maybe\nstart: 2026-06-12T20:00\nduration: 1h\nvisibility: public\n"
          "status: tentative\nkind: show\nareas: [main-stage]\n"},
         {"activities/open.yaml",
          "name: Open\nstart: 2026-06-12T21:00\nduration: 1h\nvisibility: public\n"
          "kind: show\nareas: [foh]\nparticipants: {required: [acme-audio]}\n"},
         {"activities/off.yaml", "name: Off\nstart: 2026-06-13T21:00\nduration: 1h\nstatus: cancelled\nareas: [foh]\n"},
         {"timeframes/show.yaml", "name: Show\nstart: 2026-06-12\nend: 2026-06-13\n"}});
    return all;
}

using Ids = std::set<std::string>;

Ids ids_of(const schedule::Schedule& schedule) {
    Ids ids;
    for (const schedule::Row& row : schedule.rows) ids.insert(row.occurrence.activity->id);
    return ids;
}

/// What the arguments select; nothing when they are refused.
std::optional<Ids> selected(const cmd::Arguments& arguments, Intake& intake, const model::Plan& plan,
                            const schedule::Zones& zones) {
    try {
        return ids_of(schedule_of(plan, zones, cmd::selection_of(arguments, intake, plan, zones)));
    } catch (const text::Failure& failure) {
        fuzz::hold_printable(failure);
        return std::nullopt;
    }
}

cmd::Arguments with_view(std::initializer_list<std::pair<const char*, const char*>> more = {}) {
    static const std::span<const cmd::Noun> nouns = cmd::nouns();
    static const cmd::Noun& noun = *std::ranges::find(nouns, "schedule", &cmd::Noun::name);
    cmd::Arguments arguments;
    arguments.noun = &noun;
    arguments.verb = &noun.verbs.front();
    arguments.put("--view", "v");
    for (const auto& [option, value] : more) arguments.put(option, value);
    return arguments;
}

bool is_within(const Ids& few, const Ids& many) { return std::ranges::includes(many, few); }

/// What each key of the view says by itself, for each activity that it let through.
void hold_keys(const model::View& view, const model::Plan& plan, const Ids& shown) {
    for (const model::Activity& activity : plan.activities) {
        if (!shown.contains(activity.id)) continue;
        if (view.audience == "public")
            fuzz::hold(
                activity.visibility == model::Visibility::everyone && activity.status == model::Status::confirmed,
                "the public is shown what is public and confirmed", activity.id);
        if (view.audience == "crew")
            fuzz::hold(activity.visibility != model::Visibility::confidential, "the crew is not shown what is private",
                       activity.id);
        const auto has = [](const auto& list, const auto& one) { return std::ranges::find(list, one) != list.end(); };
        if (!view.kinds.empty()) fuzz::hold(has(view.kinds, activity.kind), "kinds are kept to", activity.id);
        if (view.statuses.empty())
            fuzz::hold(activity.status != model::Status::cancelled, "what is off is asked for", activity.id);
        for (const std::string& tag : view.tags)
            fuzz::hold(view.tags.size() > 1 || has(activity.tags, tag), "tags are kept to", activity.id);
    }
}

}  // namespace

/// A view's file: it is refused while anything is wrong with it, and else never shows more than it says.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* begin, std::size_t size) {
    Files all = small_event();
    all["views/v.yaml"] = fuzz::bytes(begin, size);
    Opened event(all);
    const Loading loading = load(event.directory);
    const schedule::Zones zones(loading.plan);
    const auto shown = selected(with_view(), event.intake, loading.plan, zones);
    const RecordFile& file = event.directory.file(Noun::view, "v");
    if (!shown) return 0;
    fuzz::hold(file.problems.empty(), "a view with problems is refused", file.text);
    hold_keys(read_view(file), loading.plan, *shown);
    for (const auto& more :
         {std::pair{"--day", "2026-06-12"}, std::pair{"--audience", "public"}, std::pair{"--text", "open"}}) {
        const auto fewer = selected(with_view({more}), event.intake, loading.plan, zones);
        if (fewer) fuzz::hold(is_within(*fewer, *shown), "what narrows never widens a view", more.first);
    }
    return 0;
}
