#include "check/finding.h"

#include <fmt/format.h>

#include "text/wording.h"

namespace backops::check {
namespace {

std::string resources_of(const Finding& finding) {
    constexpr std::size_t most = 8;
    std::vector<std::string> quoted;
    for (const std::string& id : finding.resources) quoted.push_back('`' + id + '`');
    return text::listed(quoted, most);
}

}  // namespace

Finding about(std::string rule, Spot spot, std::string claim, std::vector<std::string> hints) {
    Finding finding;
    finding.rule = std::move(rule);
    finding.claim = std::move(claim);
    finding.spot = std::move(spot);
    finding.hints = std::move(hints);
    return finding;
}

Finding about(std::string rule, const model::Activity& activity, std::string claim, yaml::Path path,
              std::vector<std::string> hints) {
    Finding finding = about(std::move(rule), Spot{event::Noun::activity, activity.id, std::move(path)},
                            std::move(claim), std::move(hints));
    finding.activities = {&activity};
    finding.occurrences = {activity.id};
    return finding;
}

std::vector<std::string> hints_of(const Finding& finding) {
    std::vector<std::string> hints = finding.hints;
    if (finding.remedy.empty()) return hints;
    // One acceptance is to take all whom one cause concerns.
    const bool names_one = !finding.is_of_day || finding.resources.size() == 1;
    hints.push_back(
        fmt::format("{}, or record it as intended: backops activity edit {} --add accept=\"rule={},{}reason=…\"",
                    finding.remedy, finding.spot.id, finding.rule,
                    names_one && !finding.with.empty() ? fmt::format("with={},", finding.with) : ""));
    return hints;
}

std::string message_of(const Finding& finding) {
    std::string message = finding.claim;
    if (finding.resources.size() > 1 && message.starts_with("{} is ")) message.replace(3, 2, "are");
    if (const auto at = message.find("{}"); at != std::string::npos) message.replace(at, 2, resources_of(finding));
    if (finding.days > 1)
        message += fmt::format(" on {}, first {}", text::counted(finding.days, "day"), finding.when);
    else if (!finding.when.empty())
        message += " on " + finding.when;
    return message + finding.rest;
}

std::string without_place(std::string message, const std::vector<std::string>& occurrences) {
    std::vector<std::string> unnamed;
    for (const std::string& name : occurrences)
        if (message.find('`' + name + '`') == std::string::npos) unnamed.push_back(text::quoted(name));
    return unnamed.empty() ? message : message + ": " + text::listed(unnamed);
}

}  // namespace backops::check
