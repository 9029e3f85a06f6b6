#include "yaml/refusal.h"

namespace backops::yaml {

text::Problem refusal(std::string_view file, std::string_view text, std::size_t begin, std::size_t end,
                      std::string rule, std::string message, std::vector<std::string> hints) {
    const text::Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    return {text::Severity::error, std::move(rule), std::move(message), text::place_of(file, text, span), {},
            std::move(hints)};
}

text::Problem refusal(std::string_view file, std::string rule, std::string message, std::vector<std::string> hints) {
    text::Place place;
    place.file = file;
    return {text::Severity::error, std::move(rule), std::move(message), std::move(place), {}, std::move(hints)};
}

}  // namespace backops::yaml
