#include "render/problem_list.h"

namespace backops::render {
namespace {

Json place_json(const text::Place& place) {
    Json json{{"file", place.file}, {"line", nullptr}, {"column", nullptr}};
    if (place.line > 0) {
        json["line"] = place.line;
        json["column"] = place.column;
    }
    return json;
}

}  // namespace

Json problem_list(const text::Problems& problems) {
    Json list = Json::array();
    for (const text::Problem& problem : problems) {
        const bool is_error = problem.severity == text::Severity::error;
        Json json{{"rule", problem.rule}, {"severity", is_error ? "error" : "warning"}, {"message", problem.message}};
        json.update(place_json(problem.place));
        json["hints"] = problem.hints;
        json["others"] = Json::array();
        for (const text::Note& note : problem.others) {
            Json other = place_json(note.place);
            other["message"] = note.message;
            json["others"].push_back(std::move(other));
        }
        json["occurrences"] = problem.occurrences;
        json["resource"] = problem.resources.empty() ? Json(nullptr) : Json(problem.resources.front());
        json["resources"] = problem.resources;
        json["minutes"] = problem.minutes ? Json(*problem.minutes) : Json(nullptr);
        list.push_back(std::move(json));
    }
    return list;
}

}  // namespace backops::render
