#include <doctest/doctest.h>

#include <array>

#include "http/form_data.h"

namespace lots::http {

namespace {
constexpr std::string_view dispose = "Content-Disposition: form-data; ";

std::string part(std::string_view parameters, std::string_view content, std::string_view more = "")
{
    return "--b\r\n" + std::string{dispose} + std::string{parameters} + "\r\n" + std::string{more} + "\r\n" +
           std::string{content} + "\r\n";
}
}  // namespace

TEST_CASE("Fields and files of a multipart form come back byte for byte")
{
    const std::string bytes{"%PDF\0\r\n--\r\n--ob\xff", 17};
    const auto form = parse_multipart(
        part("name=\"namn\"", "Alva Åström") +
            part("name=\"fil\"; filename=\"samtycke \xC3\xA5.pdf\"", bytes, "Content-Type: Application/PDF\r\n") +
            part("name=tom; filename=\"\"", "", "Content-Type: application/octet-stream\r\n") + "--b--\r\n",
        "b");
    REQUIRE(form);
    CHECK(form->fields == Pairs{{"namn", "Alva Åström"}});
    REQUIRE(form->files.size() == 1);
    CHECK(form->file("fil")->filename == "samtycke å.pdf");
    CHECK(form->file("fil")->content_type == "application/pdf");
    CHECK(form->file("fil")->content == bytes);
    CHECK(form->file("tom") == nullptr);
}

TEST_CASE("An empty multipart form is a form")
{
    CHECK(parse_multipart("--b--\r\n", "b")->fields.empty());
    CHECK(parse_multipart("--b--", "b")->fields.empty());
}

TEST_CASE("A browser's way of writing quotation marks and backslashes in file names is understood")
{
    const auto name = [](std::string_view written) {
        const auto form = parse_multipart(part("name=\"f\"; filename=\"" + std::string{written} + "\"", "x") + "--b--", "b");
        return form ? form->files.at(0).filename : std::string{"refused"};
    };
    CHECK(name("a%22b.pdf") == "a\"b.pdf");
    CHECK(name("a\\\"b.pdf") == "a\"b.pdf");
    CHECK(name("C:\\x.pdf") == "C:\\x.pdf");
    CHECK(name("100%.pdf") == "100%.pdf");
    CHECK(name("../../etc/passwd") == "../../etc/passwd");
    CHECK(name("a%0d%0ab") == "ab");
}

TEST_CASE("A field or a file's name that is not text does not throw the form away: it is named, and what is left of it is there")
{
    const std::string long_name = std::string(198, 'n') + "å.pdf";
    const auto form = parse_multipart(part("name=kept", "Alva") + part("name=vt", "rad\x0b" "ett\x1b[0m") + part("name=nul", std::string_view{"a\0b", 3}) +
                                          part("name=raw", "a\xff") + part("name=bell; filename=\"a\x07.pdf\"", "1") +
                                          part("name=bytes; filename=\"\xe5.pdf\"", "2") +
                                          part("name=long; filename=\"" + long_name + "\"", "3") + part("name=none; filename=\"\"", "4") + "--b--",
                                      "b");
    REQUIRE(form);
    CHECK(form->fields == Pairs{{"kept", "Alva"}, {"vt", "rad ett[0m"}, {"nul", "ab"}, {"raw", "a?"}});
    CHECK(form->file("bell")->filename == "a.pdf");
    CHECK(form->file("bytes")->filename == "?.pdf");
    CHECK(form->file("long")->filename == std::string(198, 'n') + "å");
    CHECK(form->file("none")->filename.empty());
    CHECK(form->unreadable == std::vector<std::string>{"vt", "nul", "raw", "bell", "bytes", "long", "none"});
    CHECK(form->is_unreadable("vt"));
    CHECK_FALSE(form->is_unreadable("kept"));
}

TEST_CASE("A hostile multipart body is refused with the reason")
{
    struct Case {
        std::string body;
        FormProblem problem;
    };
    const std::string good = part("name=\"a\"", "1");
    const auto cases = std::to_array<Case>({
        {"", FormProblem::malformed},
        {"--b", FormProblem::malformed},
        {"--b\r\n", FormProblem::malformed},
        {good, FormProblem::malformed},  // never closed
        {good + "--b-", FormProblem::malformed},
        {"preamble\r\n" + good + "--b--", FormProblem::malformed},
        {good + "--b--\r\nepilogue", FormProblem::malformed},
        {good + "--bx\r\n", FormProblem::malformed},  // a longer boundary
        {"--b\n" + std::string{dispose} + "name=a\n\n1\n--b--", FormProblem::malformed},
        {"--b\r\n\r\n1\r\n--b--", FormProblem::malformed},  // no head
        {"--b\r\nContent-Type: text/plain\r\n\r\n1\r\n--b--", FormProblem::malformed},
        {"--b\r\nContent-Disposition: attachment; name=a\r\n\r\n1\r\n--b--", FormProblem::malformed},
        {"--b\r\nContent-Disposition: form-data\r\n\r\n1\r\n--b--", FormProblem::malformed},
        {part("filename=\"a\"", "1") + "--b--", FormProblem::malformed},  // a file without a field
        {part("name=a; name=b", "1") + "--b--", FormProblem::malformed},
        {part("name=a; filename=x; filename=y", "1") + "--b--", FormProblem::malformed},
        {part("name=a; filename*=UTF-8''x", "1") + "--b--", FormProblem::malformed},
        {part("name=\"a", "1") + "--b--", FormProblem::malformed},
        {part("name=\"a\\", "1") + "--b--", FormProblem::malformed},
        {part("name=", "1") + "--b--", FormProblem::malformed},
        {part("name=a;", "1") + "--b--", FormProblem::malformed},
        {part("name=\"\"", "1") + "--b--", FormProblem::not_text},
        {part("name=\"a%0Ab\"", "1") + "--b--", FormProblem::not_text},
        {part("name=\"\xff\"", "1") + "--b--", FormProblem::not_text},
        {part("name=a", "1", "Content-Transfer-Encoding: base64\r\n") + "--b--", FormProblem::malformed},
        {part("name=a", "1", "Content-Type: multipart/mixed; boundary=c\r\n") + "--b--", FormProblem::malformed},
        {part("name=a", "1", "Content-Type: pdf\r\n") + "--b--", FormProblem::malformed},
        {part("name=a", "1", "Content-Type: text/plain\r\nContent-Type: text/html\r\n") + "--b--", FormProblem::malformed},
        {part("name=a", "1", "Content-Disposition: form-data; name=b\r\n") + "--b--", FormProblem::malformed},
        {part("name=a", "1", "X-Other: 1\r\n") + "--b--", FormProblem::malformed},
        {part("name=a", "1", " folded\r\n") + "--b--", FormProblem::malformed},
        {"--b\r\nX: " + std::string(5000, 'x') + "\r\n\r\n1\r\n--b--", FormProblem::too_long},
        {part("name=" + std::string(201, 'n'), "1") + "--b--", FormProblem::too_long},
        {good + good + good + "--b--", FormProblem::too_many_fields},
        {part("name=a; filename=x", "1") + part("name=a; filename=x", "1") + "--b--", FormProblem::too_many_fields},
    });
    FormLimits limits;
    limits.fields_max = 2;
    limits.files_max = 1;
    for (const auto& [body, problem] : cases) {
        CAPTURE(body);
        const auto form = parse_multipart(body, "b", limits);
        REQUIRE_FALSE(form);
        CHECK(form.error() == problem);
    }
}

TEST_CASE("A boundary is taken from the content type only when it is in order")
{
    CHECK(boundary_of("multipart/form-data; boundary=----WebKitFormBoundaryA1") == "----WebKitFormBoundaryA1");
    CHECK(boundary_of("Multipart/Form-Data;boundary=\"a b:c\"") == "a b:c");
    CHECK(boundary_of("multipart/form-data; charset=utf-8; Boundary=x") == "x");
    CHECK(boundary_of("multipart/form-data; boundary=" + std::string(70, 'x')).size() == 70);
    for (const std::string_view refused :
         {"", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"",
          "multipart/form-data; boundary=a; boundary=b", "multipart/form-data; boundary=\"a \"",
          "multipart/form-data; boundary=a b", "multipart/form-data; boundary=\"a", "multipart/form-data; boundary=\"\xff\"",
          "multipart/form-data; boundary=\"a\r\nb\"", "multipart/mixed; boundary=a", "text/plain; boundary=a"}) {
        CAPTURE(refused);
        CHECK(boundary_of(refused).empty());
    }
    CHECK(boundary_of("multipart/form-data; boundary=" + std::string(71, 'x')).empty());
}

}  // namespace lots::http
