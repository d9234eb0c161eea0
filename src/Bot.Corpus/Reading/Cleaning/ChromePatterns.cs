using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>
/// Shapes of a page's furniture. "Line" patterns must match the whole of a line for it to go; "piece" patterns are cut out of a
/// line and the rest stays. None matches a sentence that only mentions the word.
/// </summary>
internal static partial class ChromePatterns
{
    /// <summary>Line: 网站首页 &gt; 工作计划 &gt; 文章内容; 当前位置：首页 » 政务公开.</summary>
    [GeneratedRegex(@"^\W{0,3}((您|你)?(现在|当前)的?(所在)?的?位置(是|为)?\s*[:：]?.{0,80}|(您|你)的位置.{0,80}|(所在)?位置\s*[:：].{0,80}|(网站|网址)?(首页|主页)\s*([>›»＞→/|]|>>|&gt;).{0,80}|[^。；>›»＞]{1,12}(\s*(>>|[>›»＞])\s*[^。；>›»＞]{1,12}){2,6})$")]
    public static partial Regex BreadcrumbLine { get; }

    /// <summary>Line: 浏览 1234 次; 阅读数 88; 已有12人访问.</summary>
    [GeneratedRegex(@"^\W{0,3}(已有|已|本文|共)?\s*(\d+\s*人)?\s*(浏览|阅读|点击|访问|查看|人气)(次数|量|数)?\s*[:：]?\s*[\[(（]?\s*\d*\s*[\])）]?\s*(次|人次|人)?$")]
    public static partial Regex CounterLine { get; }

    /// <summary>Line: 0人觉得有用; 12人收藏.</summary>
    [GeneratedRegex(@"^\d+\s*(个)?人?(觉得(有用|很赞)|点赞|收藏|评论|喜欢|赞过|参与)(了|过)?$|^\d+\s*条评论$")]
    public static partial Regex VotesLine { get; }

    /// <summary>Line: 版权所有 …, Copyright ©, 浙ICP备05000000号, 浙公网安备….</summary>
    [GeneratedRegex(@"^[^。，,]{0,60}(版权所有(?![人者权])|版权归|copyright|©|ICP备\s*[\dxX*]|公网安备|网站标识码|All Rights? Reserved|不得转载|未经许可)[^。]{0,100}。?$", RegexOptions.IgnoreCase)]
    public static partial Regex CopyrightLine { get; }

    /// <summary>Line: 免责声明：本文来自网络…; 声明：转载….</summary>
    [GeneratedRegex(@"^\W{0,3}(免责|版权|特别|郑重)?声明\s*[:：].{0,300}(本站|本网|转载|版权|侵权|网络|删除).{0,200}$")]
    public static partial Regex DisclaimerLine { get; }

    /// <summary>Line: a site speaking of its own copy: 本文来自…，转载请注明出处; 以上就是小编整理的…全部内容.</summary>
    [GeneratedRegex(@"^\W{0,3}(本文(来自|来源|转自|转载|由|地址|链接).{0,100}(转载|出处|https?:|整理|提供|上传|网).{0,120}|转载请注明.{0,80}|以上(就)?是.{0,80}(全部内容|希望对(你|您|大家)|仅供参考|小编).{0,40}|.{0,40}小编(为|给|整理).{0,60}|更多.{0,30}请(关注|访问|点击).{0,40})$")]
    public static partial Regex SiteVoiceLine { get; }

    /// <summary>Line: 扫一扫在手机打开当前页; 关注公众号获取更多; 点击查看更多. Short, without a full stop.</summary>
    [GeneratedRegex(@"^[^。；]{0,12}(扫一扫|扫码|扫描(上方|下方|左侧|右侧)?二维码|长按(识别|二维码)|关注(我们|公众号|微信|微博)|点击(查看|进入|下载|这里|此处)|下载(APP|客户端)|免费注册|登录后)[^。；]{0,25}$", RegexOptions.IgnoreCase)]
    public static partial Regex InvitationLine { get; }

    /// <summary>Line: 上一篇：…, 下一篇 …, 上一条：没有了.</summary>
    [GeneratedRegex(@"^\W{0,3}[上下前后]一?[篇条页](文章|信息|新闻)?\s*[:：\]】>]?\s*[^。]{0,60}$")]
    public static partial Regex NeighbourLine { get; }

    /// <summary>Line: JavaScript and style sheets that leaked into the text.</summary>
    [GeneratedRegex(@"^\s*(var\s+\w+\s*=|let\s+\w+\s*=|const\s+\w+\s*=|function\s*\w*\s*\(|\$\(|jQuery|document\.|window\.|javascript:|//\s*<!\[CDATA|<!--|-->|if\s*\(.*\)\s*\{|\}\s*(else|;|\)|$)|[.#]?[\w-]+\s*\{[^}]*:[^}]*\}).*$", RegexOptions.IgnoreCase)]
    public static partial Regex ScriptLine { get; }

    /// <summary>Line: nothing but bars, dashes and spaces (a table that lost its cells).</summary>
    [GeneratedRegex(@"^[\s|｜+=_\-—–─━…·•*#~^<>]+$")]
    public static partial Regex RuleLine { get; }

    /// <summary>Piece: what is left of an image's tag: 170*****095.png"&gt;.</summary>
    [GeneratedRegex(@"[A-Za-z0-9_*./:%?=&#-]*\.(png|jpe?g|gif|bmp|svg|webp|ico)\s*[""']\s*[^<>\u4e00-\u9fff]{0,60}/?>", RegexOptions.IgnoreCase)]
    public static partial Regex ImageResidue { get; }

    /// <summary>Piece: tags, whole: &lt;/p&gt;, &lt;span style="…"&gt;. Angle brackets around Chinese (书名) are none.</summary>
    [GeneratedRegex(@"</?[A-Za-z][A-Za-z0-9]{0,10}(\s+[A-Za-z-]+(\s*=\s*(""[^""]*""|'[^']*'|[^\s>]+))?)*\s*/?>")]
    public static partial Regex Tag { get; }

    /// <summary>Piece: attributes whose tag is gone: style="…", href='…'.</summary>
    [GeneratedRegex(@"\b(style|class|href|src|width|height|align|valign|target|onclick|border|cellpadding|cellspacing|colspan|rowspan|bgcolor|alt|data-[a-z-]+)\s*=\s*(""[^""]{0,200}""|'[^']{0,200}')\s*/?>?", RegexOptions.IgnoreCase)]
    public static partial Regex Attribute { get; }

    /// <summary>Piece: entities that were never decoded: &amp;nbsp;.</summary>
    [GeneratedRegex(@"&(nbsp|emsp|ensp|thinsp|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|lt|gt|quot|amp|#\d{1,6}|#x[0-9a-f]{1,5});", RegexOptions.IgnoreCase)]
    public static partial Regex Entity { get; }

    /// <summary>Piece: 字体：[大 中 小], also without brackets; needs its colon or bracket.</summary>
    [GeneratedRegex(@"[【\[（(]?\s*字\s?[体号]\s*(大小|显示)?\s*[:：]?\s*[\[【（(]?(\s*[|/]?\s*(特大|超大|大|中|小|默认|正常|加大|缩小|A\+?|A-)号?){2,5}\s*[\]】）)]*")]
    public static partial Regex FontSwitch { get; }

    /// <summary>Piece: 【打印本页】, [关闭窗口], 【 打印 】【 关闭 】.</summary>
    [GeneratedRegex(@"[【\[［(（]\s*(打印|关闭|收藏|返回|推荐给好友|复制链接|纠错|分享)(本页|此页|页面|窗口|顶部|本文|文章|到)?\s*[】\]］)）]")]
    public static partial Regex BracketedButton { get; }

    /// <summary>Piece: bars left at a line's end or start: "…工作计划 |".</summary>
    [GeneratedRegex(@"(\s*[|｜])+\s*$|^\s*([|｜]\s*)+")]
    public static partial Regex EdgeBar { get; }
}
