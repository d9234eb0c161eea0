namespace Bot.Corpus;

/// <summary>What a page states about its document outside the body. Null: not stated, or left empty on the page.</summary>
/// <param name="IndexNumber">索引号, as printed; masked values (****) stay masked.</param>
/// <param name="Issuer">发布机构, or 信息来源 / 作者 where that names an office.</param>
/// <param name="PublicationDate">发布日期; else the day it was generated, signed or printed.</param>
/// <param name="DocumentNumber">发文字号, such as 浙委发〔2015〕27号.</param>
/// <param name="Address">The page's own address where it names one, an absolute http(s) URL.</param>
/// <param name="PageTitle">What the format itself calls the title (&lt;title&gt;, a Word title style); site names may stand in it.</param>
public sealed record HeadFields(
    string? IndexNumber,
    string? Issuer,
    DateOnly? PublicationDate,
    string? DocumentNumber,
    Uri? Address,
    string? PageTitle)
{
    public static HeadFields None { get; } = new(null, null, null, null, null, null);

    /// <summary>These fields, and <paramref name="other"/>'s where these are not stated.</summary>
    public HeadFields OrElse(HeadFields other) => new(
        IndexNumber ?? other.IndexNumber,
        Issuer ?? other.Issuer,
        PublicationDate ?? other.PublicationDate,
        DocumentNumber ?? other.DocumentNumber,
        Address ?? other.Address,
        PageTitle ?? other.PageTitle);
}
