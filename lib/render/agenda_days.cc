#include "render/agenda_days.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <vector>

#include "render/names.h"
#include "text/width.h"
#include "time/phrase.h"

namespace backops::render {

namespace {

using schedule::Band;

bool is_whole_day(const Band& band, time::Date day) {
    const bool begins = !band.start.is_date && band.first == day;
    const bool ends = !band.end.is_date && band.last == day;
    return !begins && !ends;
}

std::string band_words(const Band& band, time::Date day) {
    const std::string name = text::one_line(band.timeframe->name);
    const auto& [start, end] = std::tie(band.start, band.end);
    const bool begins = !start.is_date && band.first == day;
    const bool ends = !end.is_date && band.last == day;
    if (begins && ends) return fmt::format("{} {}–{}", name, clock_on(day, start.time), clock_on(day, end.time));
    if (begins) return fmt::format("{} from {}", name, clock_on(day, start.time));
    if (ends) return fmt::format("{} until {}", name, clock_on(day, end.time));
    return name;
}

}  // namespace

std::string capitals(std::string words) {
    std::ranges::transform(words, words.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
    return words;
}

std::string day_label(const model::Event& event, time::Date day) {
    const int year = time::year_month_day(day).year;
    return capitals(year == time::year_month_day(event.start).year ? time::short_day(day) : time::long_day(day));
}

std::vector<std::string> band_phrases(std::span<const Band> bands, time::Date day) {
    std::vector<const Band*> today;
    for (const Band& band : bands) {
        if (band.first <= day && day <= band.last) today.push_back(&band);
    }
    std::stable_partition(today.begin(), today.end(), [&](const Band* band) { return is_whole_day(*band, day); });
    std::vector<std::string> phrases;
    for (const Band* band : today) phrases.push_back(band_words(*band, day));
    return phrases;
}

std::vector<DayNote> day_notes(const model::Event& event, std::span<const Band> bands, time::Date day) {
    std::vector<const Band*> today;
    for (const Band& band : bands) {
        if (band.first <= day && day <= band.last) today.push_back(&band);
    }
    std::stable_partition(today.begin(), today.end(), [&](const Band* band) { return is_whole_day(*band, day); });
    std::vector<DayNote> notes;
    if (auto number = time::day_number(day, event.start, event.end)) notes.push_back({std::move(*number), {}});
    for (const Band* band : today) notes.push_back({band_words(*band, day), band->timeframe->color});
    return notes;
}

std::string day_context(const model::Event& event, std::span<const Band> bands, time::Date day, int width) {
    std::vector<std::string> parts;
    for (DayNote& note : day_notes(event, bands, day)) parts.push_back(std::move(note.words));
    return shortened(parts, " · ", width);
}

}  // namespace backops::render
