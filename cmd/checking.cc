#include "cmd/checking.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

#include "check/newly_broken.h"
#include "check/problems.h"
#include "check/report.h"
#include "cmd/lasting.h"
#include "cmd/selection_options.h"
#include "cmd/sheet_templates.h"
#include "cmd/writing.h"
#include "event/load.h"
#include "render/problems.h"
#include "text/failure.h"
#include "text/near_miss.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

std::vector<std::string> typed_rules(const std::vector<std::string>& words) {
    std::vector<std::string> names;
    for (const std::string& typed : words)
        for (std::size_t at = 0; at <= typed.size();) {
            const std::size_t end = std::min(typed.find(',', at), typed.size());
            std::string name = typed.substr(at, end - at);
            std::erase(name, ' ');
            names.push_back(std::move(name));
            at = end + 1;
        }
    for (const std::string& name : names) rule_named(name);
    return names;
}

bool has(const std::vector<std::string>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

bool is_selected(const schedule::Selection& selection) {
    return !selection.calendars.empty() || !selection.without.empty() || has_range(selection);
}

/// Keeps what touches a selection: findings of an occurrence in it or of its whole series, or about one of its
/// calendars and, with a range, one of its days.
class Touching {
  public:
    Touching(const schedule::Schedule& schedule, const schedule::Selection& selection) {
        for (const schedule::Row& row : schedule.rows) {
            names_.insert(name_of(row.occurrence));
            names_.insert(row.occurrence.activity->id);
            days_.insert(row.occurrence.day);
        }
        days_.insert(selection.days.begin(), selection.days.end());
        for (const schedule::CalendarName& calendar : selection.calendars)
            if (std::ranges::find(selection.without, calendar) == selection.without.end())
                calendars_.insert(calendar.id);
        is_ranged_ = has_range(selection);
    }

    bool keeps(const check::Finding& finding) const {
        const auto is_in = [](const std::set<std::string>& set) {
            return [&set](const std::string& name) { return set.contains(name); };
        };
        if (std::ranges::any_of(finding.occurrences, is_in(names_))) return true;
        const bool is_then = !is_ranged_ || (finding.day && days_.contains(*finding.day));
        return is_then && std::ranges::any_of(finding.resources, is_in(calendars_));
    }

  private:
    std::set<std::string> names_, calendars_;
    std::set<time::Date> days_;
    bool is_ranged_ = false;
};

struct Found {
    render::Checked checked;
    text::Problems of_form;  ///< errors of the files that touch the answer and are not part of it
};

Found found(Session& session, const Arguments& arguments, const AskedRules& rules, bool includes_form) {
    event::Directory& directory = lasting(session.open(files::Access::read));
    const event::Loading& loading = lasting(event::load(directory));
    event::Intake intake = session.intake(directory);
    const schedule::ResolvedEvent event(loading.plan);
    const schedule::Selection selection = selection_of(arguments, intake, loading.plan, event.zones);
    session.notices(intake);
    check::Report& report = lasting(check::report_of(event, session.today(directory, event.zones.of_event()),
                                                     [&](std::string_view rule) { return rules.has(rule); }));
    text::Problems form = loading.problems;
    CheckedTemplates templates;
    if (is_selected(selection)) {
        const schedule::Schedule schedule = schedule_of(loading.plan, event.zones, selection);
        const Touching touch(schedule, selection);
        for (check::Findings* findings : {&report.open, &report.accepted})
            std::erase_if(*findings, [&](const check::Finding& finding) { return !touch.keeps(finding); });
        form = touching(loading, schedule);
    } else if (includes_form) {
        templates = checked_templates(directory.store());
        std::ranges::move(templates.problems, std::back_inserter(form));
    }
    Found found;
    found.checked.files = loading.files + templates.files;
    found.checked.accepted = grouped(std::move(report.accepted)).size();
    found.checked.problems = problems_of(directory, loading, lasting(grouped(std::move(report.open))));
    if (!includes_form) {
        found.of_form = std::move(form);
        return found;
    }
    std::erase_if(form, [&](const text::Problem& problem) { return !rules.has(problem.rule); });
    std::ranges::move(form, std::back_inserter(found.checked.problems));
    text::sort(found.checked.problems);
    return found;
}

// What annotates a repository names files from where the command runs, most often the repository's root.
void name_from_here(text::Problems& problems, const std::string& root) {
    const std::filesystem::path prefix = std::filesystem::relative(root, std::filesystem::current_path());
    const auto name = [&](text::Place& place) { place.file = (prefix / place.file).lexically_normal().string(); };
    for (text::Problem& problem : problems) {
        name(problem.place);
        for (text::Note& other : problem.others) name(other.place);
    }
}

std::string rendered(Session& session, render::Checked& checked, const std::string& format) {
    if (format == "sarif" || format == "github") name_from_here(checked.problems, session.root());
    if (format == "json") return render::problems_json(checked);
    if (format == "sarif") return render::problems_sarif(checked, BACKOPS_VERSION);
    if (format == "github") return render::problems_github(checked);
    return render::problems_text(checked, session.colour());
}

/// Warnings of the form, such as of a kind that is nearly another, that changed records have and had not.
text::Problems new_warnings(const text::Problems& after, const text::Problems& before) {
    text::Problems fresh;
    std::ranges::copy_if(after, std::back_inserter(fresh), [&](const text::Problem& problem) {
        return std::ranges::none_of(before, [&](const text::Problem& known) {
            return known.place.file == problem.place.file && known.message == problem.message;
        });
    });
    return fresh;
}

/// Files with errors, but for those that the changes put right: what their records mean is not known.
std::set<std::string> half_read(const text::Problems& problems, const std::vector<files::Change>& changes) {
    std::set<std::string> paths;
    for (const text::Problem& problem : problems)
        if (problem.severity == text::Severity::error) paths.insert(problem.place.file);
    for (const files::Change& change : changes) paths.erase(change.path);
    return paths;
}

bool rests_on(const check::Finding& finding, const std::set<std::string>& paths) {
    return paths.contains(event::path_of(finding.spot.noun, finding.spot.id)) ||
           std::ranges::any_of(finding.occurrences, [&](const std::string& name) {
               return paths.contains(event::path_of(event::Noun::activity, name.substr(0, name.find('@'))));
           });
}

}  // namespace

const check::Rule& rule_named(const std::string& name) {
    if (const check::Rule* rule = check::find_rule(name)) return *rule;
    std::vector<std::string> hints;
    if (const auto near = text::nearest(name, check::rule_names()))
        hints.push_back(fmt::format("did you mean `{}`?", *near));
    hints.emplace_back("backops check --rules lists them");
    throw text::Failure(fmt::format("no rule is called {}", text::quoted(name)), std::move(hints), text::wrong_usage);
}

AskedRules::AskedRules(const Arguments& arguments)
    : only_(typed_rules(arguments.values("--only"))), skip_(typed_rules(arguments.values("--skip"))) {
    // `check --only short-rest long-day` means both.
    const std::vector<std::string> more = typed_rules(arguments.words);
    only_.insert(only_.end(), more.begin(), more.end());
}

bool AskedRules::has(std::string_view rule) const {
    return (only_.empty() || cmd::has(only_, rule)) && !cmd::has(skip_, rule);
}

int check(Session& session, const Arguments& arguments, const AskedRules& rules, bool includes_form) {
    const std::string format = format_of(arguments, {"text", "json", "sarif", "github"});
    Found& all = lasting(Found());
    bool has_failed = false;
    try {
        all = found(session, arguments, rules, includes_form);
    } catch (const text::Failure& failure) {
        // An event.yaml or a view that cannot be used is a finding too, in the format asked for.
        if (failure.problems.empty() || format == "text") throw;
        has_failed = true;
        all.checked.problems = failure.problems;
        session.note(fmt::format("error: {}", failure.message));
    }
    const std::size_t errors = render::errors_of(all.checked.problems);
    const bool is_clean = all.checked.problems.empty();
    session.out(rendered(session, all.checked, format));
    session.print(all.of_form);
    const bool is_refused =
        has_failed || errors > 0 || text::any_error(all.of_form) || (!is_clean && arguments.has("--strict"));
    return is_refused ? text::refused : 0;
}

Consequences consequences_of(Session& session, event::Directory& directory, const std::vector<files::Change>& changes) {
    event::Loading* loaded = nullptr;
    try {
        loaded = &lasting(event::load(directory));
    } catch (const text::Failure&) {
        return {};  // What is wrong with event.yaml is said by what needs it.
    }
    event::Loading& loading = *loaded;
    const schedule::Zones zones(loading.plan);
    event::ChangedPlan changed(loading.plan, changes);
    const std::set<std::string> unclear = half_read(loading.problems, changes);
    auto [findings, taken_away] = check::consequences_of(changed, session.today(directory, zones.of_event()));
    std::ranges::stable_sort(findings, {}, &check::Finding::day);
    text::Problems problems = new_warnings(changed.problems(), loading.problems);
    for (const check::Finding& finding : findings)
        if (!rests_on(finding, unclear)) problems.push_back(problem_of(finding));
    const auto is_warning = [](const text::Problem& problem) { return problem.severity != text::Severity::error; };
    std::ranges::stable_sort(problems, {}, is_warning);
    return {std::move(problems), std::move(taken_away)};
}

}  // namespace backops::cmd
