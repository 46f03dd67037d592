"""What a name in a column of bodies is by its last characters: a body, or a person."""

from policyextract.text.pattern import pattern

_PERSON = pattern(
    r".*(?:[省市县区州镇乡局院校站所队村厂社部处科股行庭]长|书记|主任|经理|董事长|总监|委员|负责人|领导|同志|秘书长|专员|主席|班子|成员|人员|干部|[×XxＸ*＊某]{1,3}|[0-9]{7,})"
)
_BODY = pattern(
    r".*(?:[厅局委办院府处部科股署社会站所队组行校区县市州乡镇库室厂园段馆]|街道|中心|公司|集团|银行|分行|支行|单位|部门|机构|企业|专班|"
    r"办公室|办事处|指挥部|管委会|协会|学会|联盟|基地|平台|学校|医院|大学|学院)(?:（[^（）]{1,12}）)?"
)


def ends_body(word: str) -> bool:
    """Whether a word ends as the names of bodies do.

    >>> ends_body("市水利局"), ends_body("镇综合行政")
    (True, False)
    """
    return _BODY.fullmatch(word) is not None


def is_person(word: str) -> bool:
    """Whether a word names a person or a post.

    >>> is_person("分管农业副镇长"), is_person("张××"), is_person("各村民委员会")
    (True, True, False)
    """
    return _PERSON.fullmatch(word) is not None
