#include "render/safe_json.h"

#include <doctest/doctest.h>

using backops::render::safe_json;

TEST_CASE("JSON that harms nobody stays as it is") {
    CHECK(safe_json("{\"name\": \"Load-in\"}\n") == "{\"name\": \"Load-in\"}\n");
    CHECK(safe_json("{\"name\": \"Café 舞台 👷🏽‍♀️\"}") ==
          "{\"name\": \"Café 舞台 👷🏽‍♀️\"}");
}

TEST_CASE("what acts on a terminal is escaped in JSON") {
    CHECK(safe_json("\"a\x7f\"") == "\"a\\u007f\"");
    CHECK(safe_json("\"\u009b31m\"") == "\"\\u009b31m\"");
    CHECK(safe_json("\"\u202efdp.exe\"") == "\"\\u202efdp.exe\"");
    CHECK(safe_json("\"\ufeff\"") == "\"\\ufeff\"");
    CHECK(safe_json("\"\u2028\"") == "\"\\u2028\"");
}

TEST_CASE("beyond the 16 bits of an escape, two stand for one character") {
    CHECK(safe_json("\"\U000e0068\"") == "\"\\udb40\\udc68\"");
}
