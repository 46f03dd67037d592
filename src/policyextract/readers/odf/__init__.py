"""OpenDocument files (ODF 1.3; GB/T 20916 and .odt, .ods of every office), by lxml: the extra ``odf``."""
