#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "event/fields.h"
#include "render/file_schema.h"

using namespace backops;

namespace {

std::string committed(event::Noun noun) {
    std::ifstream file(std::string(BACKOPS_SOURCE "/schemas/") + render::schema_file(noun), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

void check_words(const event::Field& field) {
    CAPTURE(field.key);
    CHECK_FALSE(field.title.empty());
    CHECK(field.help.ends_with('.'));
    for (const event::Field& inner : field.fields) check_words(inner);
    if (field.element) check_words(*field.element);
}

constexpr event::Noun nouns[] = {event::Noun::event, event::Noun::area,     event::Noun::collaborator,
                                 event::Noun::crew,  event::Noun::activity, event::Noun::timeframe,
                                 event::Noun::view};

}  // namespace

TEST_CASE("the schemas in the tree are those of the field table") {
    for (const event::Noun noun : nouns) {
        INFO("write them anew: cmake --build build --target write_schemas && build/schemas/write_schemas schemas");
        CAPTURE(render::schema_file(noun));
        CHECK((committed(noun) == render::file_schema(noun)));
    }
}

TEST_CASE("every key has a title and a sentence of help for editors to show") {
    for (const event::Noun noun : nouns)
        for (const event::Field& field : event::fields_of(noun)) check_words(field);
}

TEST_CASE("a default that the help names is the schema's too") {
    CHECK(has(render::file_schema(event::Noun::activity), R"("default": "confirmed")"));
    CHECK(has(render::file_schema(event::Noun::activity), R"("default": "crew")"));
    CHECK(has(render::file_schema(event::Noun::event), R"("default": "04:00")"));
    CHECK(has(render::file_schema(event::Noun::event), R"("default": [)"));
}
