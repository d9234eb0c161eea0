using Bot.Answers.Composing;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Answers.Tests.Answering;

public sealed class AnswerDraftTests
{
    [Fact]
    public void Contact_data_that_slipped_into_a_report_is_masked_in_text_and_citation()
    {
        const string Text = "咨询请拨13812345678。";
        var paragraph = new Paragraph(1, ParagraphKind.Body, Text, new TextSpan(0, Text.Length), [], ReportPart.Unknown, [], []);
        var metadata = new ReportMetadata("某市总结", "某市", null, null, 2022, 2023, null, null, null, null);
        var draft = new AnswerDraft();

        var marker = draft.Cite(new StoredParagraph(new ReportId("r"), metadata, paragraph, []), Text);
        var answer = draft.Line(Text + marker).Answered();

        answer.Text.ShouldNotContain("13812345678");
        answer.Citations[0].Quote.ShouldNotContain("13812345678");
        answer.Citations[0].Text.ShouldNotContain("13812345678");
    }
}
