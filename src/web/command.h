#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "access/permit.h"
#include "form/answers_page.h"
#include "form/differences.h"
#include "form/form_page.h"
#include "form/form_reader.h"
#include "form/json_reader.h"
#include "form/schema.h"
#include "web/asked.h"
#include "web/gates.h"

namespace lots::web {

/// What a command's page shows before anything is typed. Made under a permit.
template <class Input>
struct Prepared {
    Input input = {};                     // what stands there now, or a good first guess
    form::Choices choices = {};
    guideline::Decision gate = {};        // what is done and missing for this step; empty for none
    AboutWords about = {};                // words for a finding's subject
    ActionsFor actions = {};              // what makes good what is missing
    html::Html header = {};               // the case header, when it is about a case
    html::Html above = {};                // what one needs to see while answering
    html::Url back = {};
};

enum class Confirmation { none, check_answers };

/// A change that a person or a program can make: one page with a form, one API address, one function that does it.
template <class Input>
struct Command {
    access::Operation operation;
    std::string_view page;                // "/arende/{case}/kalla"; empty: API only
    std::string_view api;                 // "/api/v1/cases/{case}/meetings"; POST
    std::string_view scope;               // of its words: command.<scope>.title, .button, .lead; field.<scope>.…
    void (*fields)(form::Fields&, Input&, const form::Choices&);
    Result<Prepared<Input>> (*prepare)(access::Work&, const Asked&);
    Result<Landing> (*run)(access::Work&, const Input&);
    Confirmation confirmation = Confirmation::none;  // what cannot be undone shows "Kontrollera dina svar" first
};

/// What came of a sent form: where to go, or the page again with what is wrong.
using Posted = std::variant<Landing, View, Error>;

/// What is done and missing before a step, without taking it.
struct Gate {
    guideline::Decision decision;
    AboutWords about;
    ActionsFor actions = {};
};

/// A command with its type forgotten, as the route table keeps it.
struct CommandEntry {
    access::Operation operation;
    std::string page, api, scope;
    std::function<Result<View>(access::Work&, const Asked&)> show;
    std::function<Result<Gate>(access::Work&, const Asked&)> gate;   // NotFound when the reader may not come here at all
    std::function<Posted(access::Work&, const Asked&, const http::FormData&)> post;
    /// The form once more with what was typed and a new key, because it was sent before and that was kept.
    std::function<Posted(access::Work&, const Asked&, const http::FormData&)> sent_before;
    std::function<Result<Landing>(access::Work&, const Asked&, const form::JsonBody&)> call;
    std::function<std::string(Language)> schema;
    bool takes_file = false;
};

namespace detail {
/// The parts of a command's page that do not depend on its type.
struct FormParts {
    std::string_view scope;
    const guideline::Decision* gate;
    const AboutWords* about;
    const ActionsFor* actions;
    const html::Html* header;
    const html::Html* above;
    const html::Url* back;
    const Error* refusal;                 // why the attempt failed; null the first time
    bool confirms;
    bool typed = false;                   // something was sent: it is shown again even if the step is closed by now
    bool sent_before = false;             // this form was sent and kept already
};
View form_view(const Asked& asked, const FormParts& parts, form::FormPage& page);
View answers_view(const Asked& asked, const FormParts& parts, form::AnswersPage& page);
}  // namespace detail

template <class Input>
CommandEntry entry_of(const Command<Input>& command)
{
    const auto labels = [scope = std::string(command.scope)](Language language) { return form::Labels(language, scope); };
    const auto parts = [command](const Prepared<Input>& prepared, const Error* refusal) {
        return detail::FormParts{command.scope,    &prepared.gate,  &prepared.about, &prepared.actions,
                                 &prepared.header, &prepared.above, &prepared.back,  refusal,
                                 command.confirmation == Confirmation::check_answers, false, false};
    };
    const auto draw = [=](const Asked& asked, Prepared<Input>& prepared, const http::FormData* typed,
                          const std::vector<FieldError>& errors, const Error* refusal) {
        form::FormPage page(labels(asked.language()), asked.words(), typed, errors);
        if (refusal != nullptr && refusal->as<Conflict>() != nullptr) page.over_newest();
        command.fields(page, prepared.input, prepared.choices);
        auto shown = parts(prepared, refusal);
        shown.typed = typed != nullptr;
        return detail::form_view(asked, shown, page);
    };

    // A conflict shows every field that differs, theirs beside mine, whatever the command is about.
    const auto explained = [=](const Asked& asked, Prepared<Input>& prepared, Input& sent, Error error) {
        auto* conflict = std::get_if<Conflict>(&error.what);
        if (conflict == nullptr) return error;
        form::Spelled theirs(labels(asked.language())), mine(labels(asked.language()));
        command.fields(theirs, prepared.input, prepared.choices);
        command.fields(mine, sent, prepared.choices);
        conflict->differences = form::differences(theirs, mine);
        return error;
    };

    CommandEntry entry{};
    entry.operation = command.operation;
    entry.page = command.page;
    entry.api = command.api;
    entry.scope = command.scope;
    entry.gate = [=](access::Work& work, const Asked& asked) -> Result<Gate> {
        auto prepared = command.prepare(work, asked);
        if (!prepared) return prepared.error();
        return Gate{std::move(prepared->gate), std::move(prepared->about), std::move(prepared->actions)};
    };
    entry.show = [=](access::Work& work, const Asked& asked) -> Result<View> {
        auto prepared = command.prepare(work, asked);
        if (!prepared) return prepared.error();
        return draw(asked, *prepared, nullptr, {}, nullptr);
    };
    entry.post = [=](access::Work& work, const Asked& asked, const http::FormData& data) -> Posted {
        auto prepared = command.prepare(work, asked);
        if (!prepared) return prepared.error();
        Input input = prepared->input;
        form::FormReader reader(labels(asked.language()), asked.today, data, asked.path);
        command.fields(reader, input, prepared->choices);
        if (!reader.in_order()) return draw(asked, *prepared, &data, reader.errors(), nullptr);
        const auto* step = data.field("step");
        if (step != nullptr && *step == "change") return draw(asked, *prepared, &data, {}, nullptr);
        if (command.confirmation == Confirmation::check_answers && (step == nullptr || *step != "confirmed")) {
            form::AnswersPage page(labels(asked.language()), data);
            command.fields(page, input, prepared->choices);
            return detail::answers_view(asked, parts(*prepared, nullptr), page);
        }
        auto done = command.run(work, input);
        if (done) return std::move(*done);
        if (done.error().template as<NotFound>() != nullptr) return done.error();
        if (const auto* faults = done.error().template as<Invalid>()) return draw(asked, *prepared, &data, faults->fields, nullptr);
        const auto error = explained(asked, *prepared, input, done.error());
        return draw(asked, *prepared, &data, {}, &error);
    };
    entry.sent_before = [=](access::Work& work, const Asked& asked, const http::FormData& data) -> Posted {
        auto prepared = command.prepare(work, asked);
        if (!prepared) return prepared.error();
        const std::vector<FieldError> no_faults;
        form::FormPage page(labels(asked.language()), asked.words(), &data, no_faults);
        command.fields(page, prepared->input, prepared->choices);
        auto shown = parts(*prepared, nullptr);
        shown.typed = shown.sent_before = true;
        return detail::form_view(asked, shown, page);
    };
    entry.call = [=](access::Work& work, const Asked& asked, const form::JsonBody& body) -> Result<Landing> {
        auto prepared = command.prepare(work, asked);
        if (!prepared) return prepared.error();
        Input input = {};
        form::JsonReader reader(labels(asked.language()), asked.today, body, asked.path);
        command.fields(reader, input, prepared->choices);
        reader.finish();
        if (!reader.in_order()) return Error{Invalid{reader.errors()}};
        auto done = command.run(work, input);
        if (!done) return explained(asked, *prepared, input, done.error());
        return done;
    };
    entry.schema = [=](Language language) {
        Input input = {};
        form::Schema schema(labels(language));
        command.fields(schema, input, {});
        return schema.take();
    };
    Input none = {};
    form::Schema shape(labels(Language::sv));
    command.fields(shape, none, {});
    entry.takes_file = shape.has_file();
    return entry;
}

}  // namespace lots::web
